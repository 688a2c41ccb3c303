import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ICruiseOptions, type IForbiddenRuleType, cruise } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const rules = createRequire(import.meta.url)('../../build/dependency-rules.cjs') as {
  readonly forbidden: IForbiddenRuleType[]
  readonly options: ICruiseOptions
}

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'savepoint-layers-')))
  const packages = ['zod', 'electron', 'hono']
  const dependencies = Object.fromEntries(packages.map((name) => [name, '1.0.0']))
  put(
    'package.json',
    JSON.stringify({ dependencies, imports: { '#contract/*': './electron/contract/*.ts' } }),
  )
  for (const name of packages) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    put(`node_modules/${name}/index.js`, 'exports.x = 1')
  }
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

/** The names of the rules that these files break. */
async function broken(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [file, text] of Object.entries(files)) put(file, text)
  const folders = [...new Set(Object.keys(files).map((file) => file.split('/')[0]!))]
  const { output } = await cruise(folders, {
    ...rules.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  })
  if (typeof output === 'string') throw new Error(output)
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))].sort()
}

const file = 'export const x = 1\nexport type X = 1\n'

describe('The layers', () => {
  it('let the window read types of the contract, and the files without zod while it runs', async () => {
    const found = await broken({
      'electron/contract/model.ts': `import { x } from 'zod'\nexport const model = x\nexport type Vm = 1`,
      'electron/contract/errors.ts': file,
      'renderer/app.ts': `import type { Vm } from '#contract/model'\nimport { x } from '#contract/errors'\nexport const y: Vm = x`,
    })
    expect(found).toEqual([])
  })

  // A rule a line reads better than a word a line.
  // prettier-ignore
  it.each([
    ['a cycle', 'electron/core/b.ts', './a.ts', 'electron/core/a.ts', `import './b.ts'\n${file}`, 'no-cycles'],
    ['a file that is not there', 'electron/core/b.ts', './nowhere.ts', null, '', 'resolvable'],
    ['a package that is not declared', 'electron/bridge/b.ts', 'left-pad', 'node_modules/left-pad/index.js', 'exports.x = 1', 'declared-in-package-json'],
    ['Node in the contract', 'electron/contract/b.ts', 'node:fs', null, '', 'contract-imports-zod-only'],
    ['core in the contract', 'electron/contract/b.ts', '../core/a.ts', 'electron/core/a.ts', file, 'contract-imports-zod-only'],
    ['Node in core', 'electron/core/b.ts', 'node:fs', null, '', 'core-imports-the-contract-only'],
    ['a host in core', 'electron/core/b.ts', '../hyperv/a.ts', 'electron/hyperv/a.ts', file, 'core-imports-the-contract-only'],
    ['a host in a bridge', 'electron/bridge/b.ts', '../hyperv/a.ts', 'electron/hyperv/a.ts', file, 'hosts-bridges-and-storage-know-core-only'],
    ['a host in the desktop', 'electron/desktop/b.ts', '../hyperv/a.ts', 'electron/hyperv/a.ts', file, 'desktop-knows-bridges-only'],
    ['the wiring in the desktop', 'electron/desktop/b.ts', '../compose.ts', 'electron/compose.ts', file, 'only-the-entries-compose'],
    ['an entry in the wiring', 'electron/compose.ts', './main.ts', 'electron/main.ts', file, 'nobody-imports-an-entry'],
    ['Electron in storage', 'electron/storage/b.ts', 'electron', null, '', 'electron-in-its-place'],
    ['Electron in the other bridge', 'electron/bridge/http.ts', 'electron', null, '', 'electron-in-its-place'],
    ['core in the window', 'renderer/b.ts', '../electron/core/a.ts', 'electron/core/a.ts', file, 'window-knows-the-contract-only'],
    ['a schema in the window', 'renderer/b.ts', '#contract/model', 'electron/contract/model.ts', file, 'window-runs-no-zod'],
    ['zod in the window', 'renderer/b.ts', 'zod', null, '', 'window-runs-no-zod'],
    ['zod in what the window runs', 'electron/contract/names.ts', 'zod', null, '', 'the-window-s-part-of-the-contract-has-no-zod'],
    ['Node in the window', 'renderer/b.ts', 'node:fs', null, '', 'window-runs-no-node'],
    ['the window in storage', 'electron/storage/b.ts', '../../renderer/a.ts', 'renderer/a.ts', file, 'electron-knows-no-window'],
    ['a test in the window', 'renderer/b.ts', '../test/a.ts', 'test/a.ts', file, 'no-tests-in-the-app'],
  ])('refuse %s', async (_, from, specifier, to, text, rule) => {
    const found = await broken({
      ...(to === null ? {} : { [to]: text }),
      [from]: `import { x } from '${specifier}'\nexport const y = x\n`,
    })
    expect(found).toContain(rule)
  })
})
