import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { isExpectation } from './is-expectation.ts'

/** What a run of tests came to. */
export interface Outcome {
  readonly passed: number
  readonly failures: readonly {
    readonly title: string
    readonly isExpectation: boolean
    readonly message: string
  }[]
  /** Files that did not even load. */
  readonly broken: readonly string[]
}

/** Writes down which tests turned red, and whether by what they expected. */
export default class RedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const outcome: Outcome = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failures: tests.flatMap((test) => {
        const { state, errors = [] } = test.result()
        if (state !== 'failed') return []
        const message = errors[0]?.message ?? ''
        return [{ title: test.fullName, isExpectation: errors.some(isExpectation), message }]
      }),
      broken: modules.filter((module) => module.errors().length > 0).map((module) => module.moduleId),
    }
    writeFileSync(process.env.SAVEPOINT_RED ?? '', JSON.stringify(outcome))
  }
}
