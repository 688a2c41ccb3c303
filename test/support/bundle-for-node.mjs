import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles a program of the tests as the product is bundled, whose scripts are part of the bundle. Answers its file in out/. */
export async function bundleForNode(name, entry) {
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
      outDir: `${root}out/${name}`,
      emptyOutDir: true,
      rolldownOptions: {
        input: { main: `${root}${entry}` },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return `${root}out/${name}/main.js`
}
