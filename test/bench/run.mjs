import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

/** npm run bench: bundles the benchmark as the product is bundled, then runs it where nothing else is loaded. */
const root = fileURLToPath(new URL('../..', import.meta.url))

const common = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  resolve: { alias: [{ find: /^#contract\/(.*)$/, replacement: `${root}electron/contract/$1.ts` }] },
}

await build({
  ...common,
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
// The page that the cases of the window are measured in: the window's own parts, as they are built for it.
await build({
  ...common,
  plugins: [vue()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: `${root}out/bench/page`,
    emptyOutDir: true,
    minify: true,
    lib: {
      entry: `${root}test/bench/page/index.ts`,
      name: 'page',
      formats: ['iife'],
      fileName: () => 'page.js',
      cssFileName: 'page',
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
