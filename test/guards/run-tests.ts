import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

export interface Failure {
  readonly title: string
  /** A test that ends because the code is broken shows nothing; one that expected something else does. */
  readonly isAssertion: boolean
}

export interface Outcome {
  readonly passed: number
  readonly failures: readonly Failure[]
  /** Files that did not even load, and all else that vitest stumbled over. */
  readonly isBroken: boolean
}

const Result = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
})

/** Runs test files of a tree by vitest. */
export async function runTests(folder: string, files: readonly string[]): Promise<Outcome> {
  const results = mkdtempSync(join(tmpdir(), 'savepoint-guards-results-'))
  const file = join(results, 'results.json')
  const projects = new Set(files.map((each) => each.split('/')[1] ?? ''))
  const child = spawn(
    process.execPath,
    [
      join(folder, 'node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--root', folder, '--config', 'test/vitest.config.ts'],
      ...['--reporter=json', `--outputFile.json=${file}`],
      ...[...projects].flatMap((project) => ['--project', project]),
      ...files,
    ],
    { cwd: folder, stdio: 'ignore' },
  )
  const [code] = (await once(child, 'close')) as [number | null]
  const outcome = outcomeOf(readFileSync(file, 'utf8'), code)
  rmSync(results, { recursive: true })
  return outcome
}

export function outcomeOf(json: string, code: number | null): Outcome {
  const tests = Result.parse(JSON.parse(json)).testResults.flatMap((each) => each.assertionResults)
  const failures = tests
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({
      title: fullName,
      isAssertion: failureMessages.some((message) => message.includes('AssertionError')),
    }))
  const passed = tests.filter(({ status }) => status === 'passed').length
  return { passed, failures, isBroken: code !== 0 && failures.length === 0 }
}
