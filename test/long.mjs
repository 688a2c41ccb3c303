import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * npm run test:long: what is tested on some hundreds of random histories each time, over PowerShell, is tested on ten
 * thousand. SAVEPOINT_SEED repeats the histories of an earlier run, whose tests name it; SAVEPOINT_HISTORIES is how many.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const { SAVEPOINT_HISTORIES = '10000' } = process.env
const parameters = [
  ...['run', '--config', 'test/vitest.config.ts', '--project', 'host', '--reporter=verbose'],
  'test/host/powershell-histories.test.ts',
  ...process.argv.slice(2),
]
const child = spawn(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...parameters], {
  cwd: root,
  env: { ...process.env, SAVEPOINT_HISTORIES },
  stdio: 'inherit',
})
child.once('close', (code) => {
  process.exitCode = code ?? 1
})
