import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The same app without Electron, for Node: packages stay in node_modules, only our own files are bundled. */
export default defineConfig({
  root,
  // Without this Vite would copy a folder named public beside the bundle.
  publicDir: false,
  ssr: { external: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: `${root}out/browser`,
    emptyOutDir: true,
    minify: true,
    rolldownOptions: {
      input: { browser: `${root}electron/browser.ts`, diagnose: `${root}electron/diagnose.ts` },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})
