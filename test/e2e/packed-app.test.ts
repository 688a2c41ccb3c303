import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, log } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readArchive } from '../support/read-archive.ts'
// @ts-expect-error What packs runs before anything is built, so it is plain JavaScript.
import * as configurationModule from '../../build/builder-configuration.mjs'
// @ts-expect-error See above.
import * as packedModule from '../../build/packed-packages.mjs'
// @ts-expect-error See above.
import * as legalModule from '../../build/write-legal-files.mjs'

type Packages = Readonly<Record<'packed' | 'bundled' | 'left', readonly string[]>>
const { builderConfiguration } = configurationModule as {
  readonly builderConfiguration: (packages: Packages, environment: object) => object
}
const { packedPackages } = packedModule as { readonly packedPackages: (root: string) => Packages }
const { writeLegalFiles } = legalModule as {
  readonly writeLegalFiles: (root: string, packages: Packages) => Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const packages = packedPackages(root)
const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
let folder: string

/** electron-builder’s own way through all its steps, with a program of Windows in the place of Electron’s, which has to be downloaded. */
beforeAll(async () => {
  for (const level of ['info', 'warn'] as const) vi.spyOn(log, level).mockReturnValue()
  folder = mkdtempSync(join(tmpdir(), 'savepoint-packed-'))
  putProgramInPlaceOfElectron()
  await writeLegalFiles(root, packages)
  await build({
    projectDir: root,
    config: {
      ...builderConfiguration(packages, {}),
      electronDist: join(folder, 'electron'),
      directories: { output: join(folder, 'release') },
    },
    win: [],
    dir: true,
    x64: true,
    publish: 'never',
  })
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Any program whose resources can be read will do. It gets fuses as Electron’s has them, all the wrong way round. */
function putProgramInPlaceOfElectron(): void {
  const program = readFileSync(join(root, 'node_modules', 'electron-winstaller', 'vendor', 'rcedit.exe'))
  mkdirSync(join(folder, 'electron', 'resources'), { recursive: true })
  mkdirSync(join(folder, 'electron', 'locales'))
  writeFileSync(
    join(folder, 'electron', 'electron.exe'),
    Buffer.concat([program, Buffer.from(`${mark}\x01\x09101100110`)]),
  )
  for (const file of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/de.pak'])
    writeFileSync(join(folder, 'electron', file), '')
}

const packed = (...path: readonly string[]): string => join(folder, 'release', 'win-unpacked', ...path)
const archive = (): ReturnType<typeof readArchive> => readArchive(packed('resources', 'app.asar'))

/** electron-builder arranges packages anew, so their names are what can be compared. */
function namesOf(folders: readonly string[]): readonly string[] {
  const names = folders.map((each) => each.slice(each.lastIndexOf('node_modules/') + 'node_modules/'.length))
  return [...new Set(names)].sort()
}

describe('The packed app', () => {
  it('has all nine fuses set in its program', () => {
    const program = readFileSync(packed('Savepoint.exe'), 'latin1')
    const at = program.indexOf(mark) + mark.length
    expect(program.slice(at, at + 11)).toBe('\x01\x09010011001')
  })

  it('has a program that knows the hash of the archive, in which no byte can be changed unnoticed', () => {
    const program = readFileSync(packed('Savepoint.exe'), 'latin1')
    const known = /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"\}\]/i.exec(
      program,
    )
    expect(known?.[1]).toBe(archive().hash)
  })

  it('holds the packages that the built main needs, and none of those that only browser mode runs', () => {
    const folders = archive()
      .paths.map((path) => /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
      .filter((each) => each !== undefined)
    expect(namesOf(folders)).toEqual(namesOf(packages.packed))
  })

  it('holds of our own what was built, and nothing that was only there to build or to read', () => {
    const { paths } = archive()
    expect([...new Set(paths.map((path) => path.split('/').slice(0, 2).join('/')))]).toEqual(
      expect.arrayContaining(['package.json', 'out/main', 'out/preload', 'out/renderer']),
    )
    expect(
      paths.filter((path) => !/^(package\.json$|out\/(main|preload|renderer)\/|node_modules\/)/.test(path)),
    ).toEqual([])
    expect(paths.filter((path) => /\.(map|[cm]?ts)$|^node_modules\/zod\/src\//.test(path))).toEqual([])
  })

  it('starts from what is in the archive alone', async () => {
    const alone = join(folder, 'alone')
    archive().unpack(alone)
    const electron = new URL('../support/electron-in-node.mjs', import.meta.url).href
    const main = fork(join(alone, 'out', 'main', 'main.js'), ['--demo'], {
      execArgv: ['--import', electron],
      silent: true,
    })
    try {
      let problems = ''
      main.stderr?.on('data', (text: Buffer) => (problems += text.toString()))
      const opened = await new Promise((resolve) => {
        main.on('message', (message) => {
          if (typeof message === 'object' && 'opened' in message) resolve(message.opened)
        })
        main.once('exit', () => {
          resolve(problems)
        })
      })
      expect(opened).toMatchObject({ url: 'app://savepoint/index.html' })
    } finally {
      main.kill('SIGKILL')
    }
  })

  it('comes with every licence, a bill of materials, and one language', () => {
    expect(readdirSync(packed()).sort()).toEqual(
      expect.arrayContaining([
        'LICENSE.electron.txt',
        'LICENSE.txt',
        'LICENSES.chromium.html',
        'THIRD-PARTY-LICENSES.txt',
        'sbom.cdx.json',
      ]),
    )
    expect(readdirSync(packed('locales'))).toEqual(['en-US.pak'])
  })

  it('tells the licence of each package that is in it, packed or bundled', () => {
    const licenses = readFileSync(packed('THIRD-PARTY-LICENSES.txt'), 'utf8')
    const untold = [...packages.packed, ...packages.bundled].filter((each) => {
      const { name, version } = JSON.parse(readFileSync(join(root, each, 'package.json'), 'utf8')) as Record<
        'name' | 'version',
        string
      >
      return !licenses.includes(`\n${name} ${version} (`)
    })
    expect(untold).toEqual([])
  })

  it('lists in its bill of materials what is in it, with licences and hashes', () => {
    const bill = JSON.parse(readFileSync(packed('sbom.cdx.json'), 'utf8')) as {
      readonly bomFormat: string
      readonly metadata: { readonly component: object }
      readonly components: readonly {
        readonly name: string
        readonly licenses: object
        readonly hashes: object
      }[]
    }
    const names = bill.components.map(({ name }) => name)
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'savepoint' } } })
    expect(names).toEqual(expect.arrayContaining(['electron', 'node-powershell', 'electron-log', 'pinia']))
    expect(names).not.toContain('hono')
    expect(bill.components.every(({ licenses, hashes }) => Boolean(licenses) && Boolean(hashes))).toBe(true)
  })
})
