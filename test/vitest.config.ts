import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What the tests' apps keep on the disk is none of the person's who runs them. */
const env = { SAVEPOINT_DATA: join(tmpdir(), `savepoint-tests-${String(process.pid)}`) }

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: { name: 'unit', env, environment: 'node', include: ['test/unit/**/*.test.ts'] },
      },
      {
        root,
        plugins: [vue()],
        test: { name: 'component', environment: 'happy-dom', include: ['test/component/**/*.test.ts'] },
      },
      {
        root,
        test: {
          name: 'host',
          env,
          environment: 'node',
          include: ['test/host/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          env,
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
