import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Three bundles for the desktop: main, preload and window. The window's is also what the browser mode serves. */
export default defineConfig({
  main: {
    build: {
      outDir: `${root}out/main`,
      minify: true,
      rolldownOptions: { input: { main: `${root}electron/main.ts` } },
    },
  },
  preload: {
    build: {
      outDir: `${root}out/preload`,
      minify: true,
      // A sandboxed preload has no module loader of its own: it must be CommonJS and may require only electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: `${root}electron/desktop/preload.ts` },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: `${root}renderer`,
    plugins: [vue()],
    build: {
      outDir: `${root}out/renderer`,
      minify: true,
      // The content security policy allows no data: scripts and fonts, so nothing is inlined.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: `${root}renderer/index.html` } },
    },
  },
})
