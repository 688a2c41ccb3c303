import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { configDefaults, defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What the tests' apps keep on the disk is none of the person's who runs them. */
const env = { SAVEPOINT_DATA: join(tmpdir(), `savepoint-tests-${String(process.pid)}`) }

/** Only on a machine that tests for everybody. Whoever passes then is named at the end (second-try-reporter.mjs), to be mended. */
const retry = process.env.CI === 'true' ? 1 : 0

/** Milliseconds. What is waited for comes at once, but on a machine that has much to do. */
const expectation = { poll: { timeout: 10_000 } }

/** A script stands in PowerShell's place in these, and Windows starts no script as a program. */
const overFakeShell =
  process.platform === 'win32'
    ? ['session', 'powershell-faults', 'powershell-begun-anew', 'watcher', 'byte-faults', 'soak'].map(
        (name) => `test/unit/${name}.test.ts`,
      )
    : []

export default defineConfig({
  root,
  test: {
    // Many of these tests only wait, for a PowerShell or a window, so one more than there are processors keeps two busy.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        root,
        test: {
          name: 'unit',
          env,
          expect: expectation,
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...overFakeShell],
        },
      },
      {
        root,
        plugins: [vue()],
        // Each file mounts the whole window and takes it down again; loading all of it anew for each took longer than the tests.
        test: {
          name: 'component',
          isolate: false,
          expect: expectation,
          environment: 'happy-dom',
          include: ['test/component/**/*.test.ts'],
        },
      },
      {
        root,
        test: {
          name: 'host',
          env,
          expect: expectation,
          environment: 'node',
          include: ['test/host/**/*.test.ts'],
          retry,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          env,
          expect: expectation,
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          retry,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
