import { writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** In characters, of what a failure said: a seed and an example stand at its beginning. */
const longest = 2_000

/** Writes down which tests failed first and passed when they were run again, and by what, so that nobody takes them for good. */
export default class SecondTryReporter {
  onTestRunEnd(modules) {
    const tries = modules.flatMap((module) =>
      [...module.children.allTests()]
        .filter((test) => test.diagnostic()?.flaky === true)
        .map((test) => ({ name: test.fullName, said: saidBy(test.result().errors ?? []) })),
    )
    writeFileSync(process.env.SAVEPOINT_SECOND_TRIES, JSON.stringify(tries))
  }
}

function saidBy(errors) {
  const said = errors
    .flatMap(({ message, diff, cause }) => [message, diff, cause?.message, cause?.diff])
    .filter((part) => part !== undefined)
    .join('\n')
  return stripVTControlCharacters(said).slice(0, longest)
}
