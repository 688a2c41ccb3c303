import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { defaultAppSettings } from '#contract/default-settings'
import type { AppEvent } from '#contract/events'
import { type KeptSettings, keepSettings } from '../../electron/core/app-settings.ts'
import { openSettingsFile } from '../../electron/storage/settings-file.ts'
import { silentLog } from '../support/silent-log.ts'
import { openAppOnLab } from '../support/app-on-lab.ts'

let folder: string
let file: string
let told: AppEvent['name'][]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savepoint-settings-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  file = join(folder, 'settings.json')
  told = []
})

describe('The settings of the app', () => {
  it('are the usual ones where nothing was kept', () => {
    expect(start().state()).toEqual({ settings: defaultAppSettings, problem: null })
  })

  it('are there again at the next start', () => {
    start().change({ theme: 'dark', unasked: ['delete'] })
    expect(start().state().settings).toEqual({ ...defaultAppSettings, theme: 'dark', unasked: ['delete'] })
  })

  it('change only where they are told to, and every window hears of it', () => {
    const settings = start()
    settings.change({ theme: 'dark' })
    settings.change({ theme: undefined, exportFolder: 'D:\\Exports' })
    expect(settings.state().settings).toMatchObject({ theme: 'dark', exportFolder: 'D:\\Exports' })
    expect(told).toEqual(['settings.changed', 'settings.changed'])
  })

  it.each([
    ['half of it', '{"theme":"da'],

    ['zeros', '\0\0\0'],
  ])('set a file aside that holds %s, say so, and go on', (_what, contents) => {
    writeFileSync(file, contents)
    const settings = start()
    expect(settings.state()).toEqual({
      settings: defaultAppSettings,
      problem: expect.stringContaining('set aside') as string,
    })
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe(contents)
    settings.change({ theme: 'light' })
    expect(start().state()).toEqual({ settings: { ...defaultAppSettings, theme: 'light' }, problem: null })
  })

  it('lose only the one that makes no sense', () => {
    writeFileSync(file, JSON.stringify({ theme: 'dark', nameTemplate: '{nobody}', layout: 7 }))
    const { settings, problem } = start().state()
    expect(settings).toEqual({ ...defaultAppSettings, theme: 'dark' })
    expect(problem).toContain('nameTemplate, layout')
  })

  it('hold for as long as the app runs where they can’t be kept', () => {
    writeFileSync(join(folder, 'in-the-way'), '')
    const settings = start(join(folder, 'in-the-way', 'below'))
    expect(settings.change({ theme: 'dark' })).toEqual({
      settings: { ...defaultAppSettings, theme: 'dark' },
      problem: expect.stringContaining('can’t be written') as string,
    })
    expect(readdirSync(folder)).toEqual(['in-the-way'])
  })
})

describe('A checkpoint without a name', () => {
  it('gets the one of the template, and Hyper-V’s own where that is wanted', async () => {
    const app = await openAppOnLab()
    onTestFinished(app.close)
    const vmId = app.lab.spare('off')[0]!
    await app.call('settings.change', { nameTemplate: 'Before work on {vm}' })
    const own = await app.finish('checkpoint.create', { vmId })
    const vm = await app.vm(vmId)
    expect(vm.checkpoints.find(({ id }) => id === own.checkpointId)?.name).toBe(`Before work on ${vm.name}`)
  })

  it('is refused a template that makes no sense', async () => {
    const app = await openAppOnLab()
    onTestFinished(app.close)
    await expect(app.call('settings.change', { nameTemplate: '{who}' })).rejects.toThrow(
      '{who} is not known here',
    )
  })
})

function start(where = folder): KeptSettings {
  return keepSettings(openSettingsFile(where), (name) => told.push(name), silentLog)
}
