import { writeFileSync } from 'node:fs'

/** Writes down which tests failed first and passed when they were run again, so that nobody takes them for good. */
export default class SecondTryReporter {
  onTestRunEnd(modules) {
    const names = modules.flatMap((module) =>
      [...module.children.allTests()]
        .filter((test) => test.diagnostic()?.flaky === true)
        .map(({ fullName }) => fullName),
    )
    writeFileSync(process.env.SAVEPOINT_SECOND_TRIES, JSON.stringify(names))
  }
}
