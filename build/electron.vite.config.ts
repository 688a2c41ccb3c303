import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
// @ts-expect-error It is plain JavaScript, as all that runs before anything is built.
import * as module from './bundled-packages.mjs'

const { bundledPackages } = module as { readonly bundledPackages: (file: string) => Plugin }

const root = fileURLToPath(new URL('..', import.meta.url))

/** Three bundles for the desktop: main, preload and window. The window's is also what the browser mode serves. */
export default defineConfig({
  main: {
    plugins: [bundledPackages(`${root}out/bundled/main.json`)],
    build: {
      outDir: `${root}out/main`,
      minify: true,
      // Of its many files, the words of fifty languages among them, only what is used is read at the start then.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: { input: { main: `${root}electron/main.ts` } },
    },
  },
  preload: {
    plugins: [bundledPackages(`${root}out/bundled/preload.json`)],
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
    plugins: [vue(), bundledPackages(`${root}out/bundled/renderer.json`)],
    build: {
      outDir: `${root}out/renderer`,
      minify: true,
      // The content security policy allows no data: scripts and fonts, so nothing is inlined.
      assetsInlineLimit: 0,
      // All styles at the start, for they are small: one that could not be loaded with its dialog is never tried again.
      cssCodeSplit: false,
      rolldownOptions: {
        input: { index: `${root}renderer/index.html`, tray: `${root}renderer/tray.html` },
        output: {
          // What a page needs at its start comes in few files: each dialog that is loaded later would split it further.
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'], entriesAware: true, entriesAwareMergeThreshold: 20_000 },
            ],
          },
          chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
          assetFileNames: ({ names }) => `assets/${shortName(names.join())}-[hash][extname]`,
        },
      },
    },
  },
})

/** A file of several pages is named after all that need it, which is far too long. */
function shortName(name: string): string {
  return name.split(/[~.]/, 1).join()
}
