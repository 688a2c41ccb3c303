import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'

const program = fileURLToPath(new URL('../../release/win-unpacked/Savepoint.exe', import.meta.url))
const problem =
  process.platform !== 'win32'
    ? 'this is another system'
    : existsSync(program)
      ? null
      : 'npm run package has not made one'

/** Playwright can’t look into it, for the fuses close the way that it goes. What it writes down shows that it runs. */
describe.skipIf(problem !== null)(
  `The app as it is packed${problem === null ? '' : ` (skipped: ${problem})`}`,
  () => {
    it('starts, and neither as Node nor with what others would have Node run', async () => {
      const folder = temporaryFolder()
      const marker = join(folder, 'marker')
      const foreign = join(folder, 'foreign.cjs')
      writeFileSync(foreign, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`)
      const child = start(folder, {
        ELECTRON_RUN_AS_NODE: '1',
        NODE_OPTIONS: `--require "${foreign.replaceAll('\\', '/')}"`,
      })
      await expect.poll(() => logIn(folder), { timeout: 60_000 }).toContain('Savepoint starts')
      expect({ exitCode: child.exitCode, isForeignRun: existsSync(marker) }).toEqual({
        exitCode: null,
        isForeignRun: false,
      })
    })
  },
)

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-unpacked-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  })
  return folder
}

function start(data: string, environment: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(program, ['--demo'], {
    env: { ...process.env, ...environment, SAVEPOINT_DATA: data },
    stdio: 'ignore',
  })
  onTestFinished(() => {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'])
  })
  return child
}

function logIn(data: string): string {
  const folder = join(data, 'logs')
  if (!existsSync(folder)) return ''
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('')
}
