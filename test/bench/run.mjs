import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** npm run bench: bundles the benchmark as the product is bundled, then runs it where nothing else is loaded. */
const root = fileURLToPath(new URL('../..', import.meta.url))

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  resolve: { alias: [{ find: /^#contract\/(.*)$/, replacement: `${root}electron/contract/$1.ts` }] },
  ssr: { external: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: `${root}out/bench`,
    emptyOutDir: true,
    rolldownOptions: {
      input: { bench: `${root}test/bench/bench.ts` },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
})
const script = fileURLToPath(new URL('../../out/bench/bench.js', import.meta.url))
// The collector is asked for by name, so that what one peer left behind is not paid for by the next.
const child = spawn(process.execPath, ['--expose-gc', script, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
child.once('close', (code) => {
  process.exitCode = code ?? 1
})
