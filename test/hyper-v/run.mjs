import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** npm run test:hyper-v -- --vm NAME --disposable: bundled as the product is, whose scripts are part of the bundle. */
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
    outDir: `${root}out/hyper-v`,
    emptyOutDir: true,
    rolldownOptions: {
      input: { main: `${root}test/hyper-v/main.ts` },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
})
const script = fileURLToPath(new URL('../../out/hyper-v/main.js', import.meta.url))
const child = spawn(process.execPath, [script, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
child.once('close', (code) => {
  process.exitCode = code ?? 1
})
