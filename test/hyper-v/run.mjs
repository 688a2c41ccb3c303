import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundleForNode } from '../support/bundle-for-node.mjs'

/** npm run test:hyper-v -- --vm NAME --disposable */
const root = fileURLToPath(new URL('../..', import.meta.url))

const script = await bundleForNode('hyper-v', 'test/hyper-v/main.ts')
const child = spawn(process.execPath, [script, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
child.once('close', (code) => {
  process.exitCode = code ?? 1
})
