import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { stampOf } from '../../build/build-if-stale.mjs'

const sources = ['electron', 'renderer', 'docs/help', 'test', 'package.json', 'package-lock.json']
const results = ['bench.js', 'page/page.js', 'blank/page.js']

/** Bundles the benchmark and its pages into out/bench, unless they were bundled from these very sources. */
export async function buildBenchIfStale(root) {
  const folder = join(root, 'out', 'bench')
  const stampFile = join(folder, 'built-from')
  const stamp = stampOf(root, sources)
  const isBuilt = results.every((result) => existsSync(join(folder, result)))
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Building…')
  await buildBench(root)
  await buildPage(root, 'page')
  await buildPage(root, 'blank')
  writeFileSync(stampFile, stamp)
}

function common(root) {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: [{ find: /^#contract\/(.*)$/, replacement: join(root, 'electron/contract/$1.ts') }] },
  }
}

async function buildBench(root) {
  await build({
    ...common(root),
    ssr: { external: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(root, 'out/bench'),
      emptyOutDir: true,
      rolldownOptions: {
        input: { bench: join(root, 'test/bench/bench.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
}

/** A page that is measured: of the window's own parts, or of nothing but Vue, both as the window is built. */
async function buildPage(root, name) {
  await build({
    ...common(root),
    plugins: [vue()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(root, 'out/bench', name),
      emptyOutDir: true,
      minify: true,
      lib: {
        entry: join(root, 'test/bench', name, 'index.ts'),
        name: 'page',
        formats: ['iife'],
        fileName: () => 'page.js',
        cssFileName: 'page',
      },
    },
  })
}
