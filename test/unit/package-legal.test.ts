import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// @ts-expect-error What packs runs before anything is built, so it is plain JavaScript.
import * as billModule from '../../build/bill-of-materials.mjs'
// @ts-expect-error See above.
import * as bundledModule from '../../build/bundled-packages.mjs'
// @ts-expect-error See above.
import * as packedModule from '../../build/packed-packages.mjs'
// @ts-expect-error See above.
import * as licensesModule from '../../build/third-party-licenses.mjs'

type Folders = readonly string[]
const { billOfMaterials } = billModule as {
  readonly billOfMaterials: (ofNpm: unknown, lock: unknown, folders: Folders) => unknown
}
const { packageFolder } = bundledModule as { readonly packageFolder: (module: string) => string | null }
const { packedPackages } = packedModule as {
  readonly packedPackages: (root: string) => Readonly<Record<'packed' | 'bundled' | 'left', Folders>>
}
const { thirdPartyLicenses } = licensesModule as {
  readonly thirdPartyLicenses: (root: string, folders: Folders) => string
}

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'savepoint-legal-'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function put(file: string, content: unknown): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content))
}

describe('What is packed', () => {
  it('is what the built main imports with all that it needs, without what only browser mode asks for', () => {
    put('package-lock.json', {
      packages: {
        '': { dependencies: { run: '1', web: '1' } },
        'node_modules/run': { dependencies: { shared: '1' }, optionalDependencies: { 'not-here': '1' } },
        'node_modules/run/node_modules/shared': { dependencies: { deep: '1' } },
        'node_modules/shared': { dependencies: {} },
        'node_modules/deep': { dependencies: { run: '1' } },
        'node_modules/web': { dependencies: { shared: '1' } },
        'node_modules/@view/all': { dev: true },
      },
    })
    put('out/bundled/main.json', { bundled: [], imported: ['run'] })
    put('out/bundled/preload.json', { bundled: [], imported: [] })
    put('out/bundled/renderer.json', { bundled: ['node_modules/@view/all'], imported: [] })
    expect(packedPackages(root)).toEqual({
      packed: ['node_modules/deep', 'node_modules/run', 'node_modules/run/node_modules/shared'],
      bundled: ['node_modules/@view/all'],
      left: ['node_modules/shared', 'node_modules/web'],
    })
  })

  it.each([
    ['C:\\project\\node_modules\\@vue\\shared\\dist\\shared.js', 'node_modules/@vue/shared'],
    ['/project/node_modules/a/node_modules/b/index.js?raw', 'node_modules/a/node_modules/b'],
    ['\0/project/node_modules/marked/lib/marked.js', 'node_modules/marked'],
    ['/project/renderer/main.ts', null],
  ])('is told from the modules of a bundle, of which %s is one', (module, folder) => {
    expect(packageFolder(module)).toBe(folder)
  })
})

describe('The licences', () => {
  it('are told with their texts, their notices and whose they are', () => {
    put('LICENSE', 'MIT License\n\nCopyright (c) 2026 Us\n\nPermission is granted.\n')
    put('node_modules/a/package.json', { name: 'a', version: '1.0.0', license: 'Apache-2.0' })
    put('node_modules/a/LICENSE.txt', 'Apache\r\nas it is.\r\n')
    put('node_modules/a/NOTICE', 'Made by A.')
    put('node_modules/b/package.json', {
      name: 'b',
      version: '2.0.0',
      license: 'MIT',
      author: { name: 'Somebody' },
    })
    const text = thirdPartyLicenses(root, ['node_modules/b', 'node_modules/a'])
    expect(text.slice(text.indexOf('a 1.0.0'))).toBe(
      `a 1.0.0 (Apache-2.0)\n\nApache\nas it is.\n\nMade by A.\n\n${'='.repeat(78)}\n` +
        'b 2.0.0 (MIT)\n\nMIT License\n\nCopyright (c) Somebody\n\nPermission is granted.\n',
    )
  })

  it('stop the packing where one can’t be told', () => {
    put('LICENSE', 'MIT')
    put('node_modules/a/package.json', { name: 'a', version: '1.0.0', license: 'ISC' })
    expect(() => thirdPartyLicenses(root, ['node_modules/a'])).toThrow('a 1.0.0 comes without the text')
  })
})

describe('The bill of materials', () => {
  const part = (name: string): object => ({
    'bom-ref': `${name}@1`,
    scope: 'optional',
    properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
  })
  const ofNpm = {
    bomFormat: 'CycloneDX',
    metadata: { component: { 'bom-ref': 'app@1', type: 'library', name: 'folder' } },
    components: ['electron', 'vitest', '@view/all', 'run'].map(part),
    dependencies: [
      { ref: 'app@1', dependsOn: ['run@1', 'vitest@1'] },
      { ref: 'run@1', dependsOn: [] },
      { ref: 'vitest@1', dependsOn: ['run@1'] },
    ],
  }
  const version = { version: '1' }
  const lock = {
    packages: {
      '': { name: 'app', version: '1' },
      'node_modules/electron': version,
      'node_modules/run': version,
      'node_modules/@view/all': version,
      'node_modules/gone': version,
    },
  }

  it('names what leaves the house, and Electron, and nothing that only builds or tests', () => {
    expect(billOfMaterials(ofNpm, lock, ['node_modules/run', 'node_modules/@view/all'])).toEqual({
      bomFormat: 'CycloneDX',
      metadata: { component: { 'bom-ref': 'app@1', type: 'application', name: 'app', version: '1' } },
      components: ['electron@1', '@view/all@1', 'run@1'].map((each) => ({
        'bom-ref': each,
        scope: 'required',
        properties: [],
      })),
      dependencies: [
        { ref: 'app@1', dependsOn: ['run@1'] },
        { ref: 'run@1', dependsOn: [] },
      ],
    })
  })

  it('is not written where something is missing in it', () => {
    expect(() => billOfMaterials(ofNpm, lock, ['node_modules/gone'])).toThrow('npm does not list gone@1.')
  })
})
