import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundleForNode } from '../support/bundle-for-node.mjs'

/** npm run soak [-- --calls N --polls N --restarts N --seed N]: the collector is asked for by name, so that what grows is told from what waits for it. */
const root = fileURLToPath(new URL('../..', import.meta.url))

const script = await bundleForNode('soak', 'test/soak/main.ts')
const child = spawn(process.execPath, ['--expose-gc', script, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
child.once('close', (code) => {
  process.exitCode = code ?? 1
})
