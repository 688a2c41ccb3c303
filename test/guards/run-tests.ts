import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from './red-reporter.ts'

/** Runs test files of a tree by vitest; of their tests only some, where a part of their titles is given. */
export async function runTests(folder: string, files: readonly string[], only?: string): Promise<Outcome> {
  const results = mkdtempSync(join(tmpdir(), 'savepoint-guards-results-'))
  const file = join(results, 'results.json')
  const projects = new Set(files.map((each) => each.split('/')[1] ?? ''))
  const child = spawn(
    process.execPath,
    [
      join(folder, 'node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--root', folder, '--config', 'test/vitest.config.ts'],
      `--reporter=${join(folder, 'test/guards/red-reporter.ts')}`,
      ...[...projects].flatMap((project) => ['--project', project]),
      // A machine that is busy with other things is slow, and no proof of anything.
      `--testTimeout=${String(20_000)}`,
      ...(only === undefined ? [] : ['--testNamePattern', only]),
      ...files,
    ],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, SAVEPOINT_RED: file } },
  )
  await once(child, 'close')
  // The reporter of this very tree wrote it.
  const outcome = JSON.parse(readFileSync(file, 'utf8')) as Outcome
  rmSync(results, { recursive: true })
  return outcome
}
