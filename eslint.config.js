import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** What may not be written, each with the way that is meant instead. */
const banned = {
  html: {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Names of machines and checkpoints are text: let Vue render them.',
  },
  sharedIpc: {
    selector: "ImportSpecifier[imported.name='ipcMain']",
    message: 'A page is answered on its own channel, in bridge/ipc.ts.',
  },
  sharedIpcOf: {
    selector: "MemberExpression[property.name='ipcMain']",
    message: 'A page is answered on its own channel, in bridge/ipc.ts.',
  },
  channels: {
    selector: "MemberExpression[property.name='ipc']",
    message: 'Who asks is checked in one place: let bridge/ipc.ts serve the page.',
  },
  opening: {
    selector: 'MemberExpression[property.name=/^(openExternal|openPath)$/]',
    message: 'What is opened may be a program. Show where it is, or let it be copied.',
  },
  otherPages: {
    selector: 'MemberExpression[property.name=/^(loadFile|executeJavaScript|insertCSS)$/]',
    message: 'A window shows our own pages, under their own scheme, and nothing is put into them.',
  },
  toastXml: {
    selector: "Property[key.name='toastXml']",
    message: 'A name could end the markup it stands in: let Electron write the notification.',
  },
  electron: {
    name: 'electron',
    message: 'Only electron/main.ts, electron/desktop and electron/bridge/ipc.ts know Electron.',
    allowTypeImports: false,
  },
}

const bannedEverywhere = [
  banned.html,
  banned.sharedIpc,
  banned.sharedIpcOf,
  banned.opening,
  banned.otherPages,
  banned.toastXml,
]

const nodeGlobals = [
  ...['process', 'console', 'URL', 'performance', 'module'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'],
]

function readonly(names) {
  return Object.fromEntries(names.map((name) => [name, 'readonly']))
}

export default defineConfig(
  { ignores: ['out/**', 'release/**', 'coverage/**', 'node_modules/**'] },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      vue.configs['flat/recommended'],
    ],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        project: [
          './tsconfig.electron.json',
          './tsconfig.preload.json',
          './tsconfig.renderer.json',
          './tsconfig.window-tests.json',
        ],
        extraFileExtensions: ['.vue'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [banned.electron] }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...bannedEverywhere, banned.channels],
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
    },
  },
  {
    files: ['electron/main.ts', 'electron/desktop/**/*.ts', 'electron/bridge/ipc.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: ['electron/bridge/ipc.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bannedEverywhere] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A mocked method is asserted on, never called without its object.
      '@typescript-eslint/unbound-method': 'off',
      // What a test builds for itself says its type by its body.
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: readonly(nodeGlobals) },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  prettier,
)
