import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

/** What the project may not write, each with a file where it would be wrong, and the rule that says so. */
const cases: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['electron/desktop/x.ts', "import { ipcMain } from 'electron'", 'no-restricted-syntax'],
  ['electron/desktop/x.ts', 'electron.ipcMain.handle()', 'no-restricted-syntax'],
  ['electron/desktop/x.ts', "contents.ipc.handle('x', answer)", 'no-restricted-syntax'],
  ['electron/desktop/x.ts', 'void shell.openExternal(address)', 'no-restricted-syntax'],
  ['electron/desktop/x.ts', 'void shell.openPath(path)', 'no-restricted-syntax'],
  ['electron/desktop/x.ts', "void window.loadFile('x.html')", 'no-restricted-syntax'],
  ['electron/desktop/x.ts', "void contents.executeJavaScript('1')", 'no-restricted-syntax'],
  ['electron/desktop/x.ts', 'new Notification({ toastXml: name })', 'no-restricted-syntax'],
  ['electron/core/x.ts', "import { app } from 'electron'", '@typescript-eslint/no-restricted-imports'],
  ['renderer/x.ts', "element.innerHTML = ''", 'no-restricted-syntax'],
  ['renderer/x.ts', "element.insertAdjacentHTML('beforeend', name)", 'no-restricted-syntax'],
  ['renderer/x.ts', "eval('1')", 'no-eval'],
  ['renderer/x.ts', "new Function('1')", 'no-new-func'],
  ['renderer/X.vue', '<template><p v-html="name" /></template>', 'vue/no-v-html'],
]

const rules = new Set(cases.map(([, , rule]) => rule))

/** Only these rules, and none that would need the types of files that are not there. */
const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  ruleFilter: ({ ruleId }) => rules.has(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
})

async function broken(file: string, code: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: file })
  return result!.messages.map(({ ruleId }) => ruleId)
}

describe('The rules of writing', () => {
  it.each(cases)('refuse in %s: %s', async (file, code, rule) => {
    expect(await broken(file, code)).toEqual([rule])
  })

  it('let the one file answer pages that checks who asks', async () => {
    expect(await broken('electron/bridge/ipc.ts', "contents.ipc.handle('x', answer)")).toEqual([])
  })
})
