import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildBenchIfStale } from './build-bench.mjs'

/** npm run bench: bundles the benchmark as the product is bundled, then runs it where nothing else is loaded. */
const root = fileURLToPath(new URL('../..', import.meta.url))

await buildBenchIfStale(root)
// The collector is asked for by name, so that what one peer left behind is not paid for by the next.
const child = spawn(process.execPath, ['--expose-gc', 'out/bench/bench.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
child.once('close', (code) => {
  process.exitCode = code ?? 1
})
