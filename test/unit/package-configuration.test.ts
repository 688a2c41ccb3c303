import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Configuration, Packager, log } from 'electron-builder'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { appId } from '../../electron/desktop/app-id.ts'
// @ts-expect-error What packs runs before anything is built, so it is plain JavaScript.
import * as module from '../../build/builder-configuration.mjs'
import { expectedFuses } from '../support/expected-fuses.ts'

const { builderConfiguration } = module as {
  readonly builderConfiguration: (
    packages: Readonly<Record<'packed' | 'left', readonly string[]>>,
    environment: Readonly<Record<string, string>>,
  ) => Configuration
}

const projectDir = fileURLToPath(new URL('../..', import.meta.url))
const packages = {
  packed: ['node_modules/electron-log', 'node_modules/electron-log/node_modules/semver'],
  left: ['node_modules/hono', 'node_modules/semver'],
}
const signed = {
  SAVEPOINT_PUBLISHER: 'Example Ltd',
  SAVEPOINT_UPDATE_FEED: 'https://updates.example/savepoint',
}

/** The configuration as electron-builder has it after it was put together and held against its schema. */
async function accepted(
  environment: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): Promise<Configuration> {
  const config = { ...builderConfiguration(packages, environment), ...more }
  const packager = new Packager({ projectDir, config })
  await packager.validateConfig()
  return packager.config
}

beforeAll(async () => {
  vi.spyOn(log, 'info').mockReturnValue()
  vi.spyOn(log, 'warn').mockReturnValue()
  // It reads its schema at the first time, which takes it a while.
  await accepted()
}, 60_000)

describe('What electron-builder is told', () => {
  it('is accepted, as it is and with a publisher and a feed', async () => {
    await expect(accepted()).resolves.toBeDefined()
    await expect(accepted(signed)).resolves.toBeDefined()
  })

  it('has the name by which Windows knows the app’s notifications and its button in the taskbar', async () => {
    expect((await accepted()).appId).toBe(appId)
  })

  it('would be refused with an option that electron-builder does not know', async () => {
    await expect(accepted({}, { elevate: true })).rejects.toThrow("unknown property 'elevate'")
  })

  it('closes every fuse that opens a way around the app, and opens those that protect it', async () => {
    expect((await accepted()).electronFuses).toEqual(expectedFuses)
  })

  it('has the app in an archive whose integrity is kept, and the ninth fuse set afterwards', async () => {
    const { asar, disableAsarIntegrity, afterPack } = await accepted()
    expect({ asar, disableAsarIntegrity, afterPack }).toEqual({
      asar: true,
      disableAsarIntegrity: undefined,
      afterPack: 'build/set-fuses.mjs',
    })
  })

  it('never asks for elevation, and installs for one user or for all as whoever installs it chooses', async () => {
    const { win, nsis, portable } = await accepted()
    expect({
      program: win?.requestedExecutionLevel,
      portable: portable?.requestExecutionLevel,
      targets: win?.target,
      asks: nsis?.oneClick === false,
      forAll: [nsis?.perMachine, nsis?.selectPerMachineByDefault],
    }).toEqual({
      program: 'asInvoker',
      portable: 'user',
      targets: ['nsis', 'portable', 'zip'],
      asks: true,
      forAll: [false, false],
    })
  })

  it('leaves the data of whoever removes it, and no entry that would start what is gone', async () => {
    const { nsis } = await accepted()
    expect(nsis?.deleteAppDataOnUninstall).toBe(false)
    const own = readFileSync(join(projectDir, nsis?.include ?? ''), 'utf8')
    expect(own).toContain(
      String.raw`DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${'${APP_ID}'}"`,
    )
  })

  it('packs what was built and no package that only browser mode runs', async () => {
    const files = (await accepted()).files as readonly { readonly filter: readonly string[] }[]
    const filter = files.flatMap((each) => each.filter)
    expect(filter.filter((each) => !each.startsWith('!'))).toEqual([
      'package.json',
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
    ])
    expect(filter).toContain('!node_modules/hono/**')
    expect(filter).not.toContain('!node_modules/semver/**')
  })

  it('names nobody and looks for no updates by itself', async () => {
    const { publish, win, forceCodeSigning, copyright, ...rest } = await accepted()
    const extraMetadata: unknown = rest.extraMetadata
    expect({ publish, sign: win?.signtoolOptions, extraMetadata, forceCodeSigning, copyright }).toEqual({
      publish: null,
      sign: undefined,
      extraMetadata: undefined,
      forceCodeSigning: undefined,
      copyright: 'Savepoint contributors',
    })
  })

  it('takes the publisher and the feed from the environment, and then packs nothing unsigned', async () => {
    const { publish, win, forceCodeSigning, ...rest } = await accepted(signed)
    const extraMetadata: unknown = rest.extraMetadata
    expect({ publish, names: win?.signtoolOptions?.publisherName, forceCodeSigning }).toEqual({
      publish: { provider: 'generic', url: signed.SAVEPOINT_UPDATE_FEED },
      names: ['Example Ltd'],
      forceCodeSigning: true,
    })
    expect(extraMetadata).toEqual({
      author: { name: 'Example Ltd' },
      updates: { feed: signed.SAVEPOINT_UPDATE_FEED, publisher: 'Example Ltd' },
    })
  })

  it.each([
    [
      'an address without encryption',
      { ...signed, SAVEPOINT_UPDATE_FEED: 'http://updates.example' },
      'https://',
    ],
    ['what is no address', { ...signed, SAVEPOINT_UPDATE_FEED: 'updates' }, 'https://'],
    ['a feed without a publisher', { ...signed, SAVEPOINT_PUBLISHER: ' ' }, 'SAVEPOINT_PUBLISHER is not'],
  ])('refuses %s', (_what, environment, sentence) => {
    expect(() => builderConfiguration(packages, environment)).toThrow(sentence)
  })
})
