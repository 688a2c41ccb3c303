import { readFileSync } from 'node:fs'
import * as electron from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { appId } from '../../electron/desktop/app-id.ts'
import { createJumpList, jumpListProgram } from '../../electron/desktop/jump-list.ts'
import { trayVm, trayVmId } from '../support/example-tray.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

const program = 'C:\\Program Files\\Savepoint\\Savepoint.exe'
const vms = [1, 2, 3].map((n) => trayVm(n))
const setJumpList = vi.mocked(electron.app.setJumpList)

function task(title: string, description: string, args: string) {
  return { type: 'task', title, description, program, args, iconPath: program, iconIndex: 0 }
}

beforeEach(() => {
  vi.clearAllMocks()
})

afterEach(() => {
  vi.unstubAllGlobals()
  Object.assign(electron.app, { isPackaged: true })
})

describe('The jump list', () => {
  it('opens the app, and takes a checkpoint of the last machine and of the favourites, by Id', () => {
    createJumpList(program)({
      vms,
      settings: { lastVmId: trayVmId(2), favourites: [trayVmId(3), trayVmId(2)] },
    })
    expect(setJumpList.mock.calls).toEqual([
      [
        [
          {
            type: 'tasks',
            items: [
              task('Open Savepoint', 'Open the window of Savepoint', ''),
              task('Checkpoint of VM2', 'Take a checkpoint of VM2 now', `--checkpoint=${trayVmId(2)}`),
              task('Checkpoint of VM3', 'Take a checkpoint of VM3 now', `--checkpoint=${trayVmId(3)}`),
            ],
          },
        ],
      ],
    ])
  })

  it('is told to Windows again only where it changes', () => {
    const update = createJumpList(program)
    const settings = { lastVmId: trayVmId(1), favourites: [] }
    update({ vms, settings })
    update({ vms: [...vms, trayVm(4)], settings })
    const same = setJumpList.mock.calls.length
    update({ vms: [trayVm(1, { name: 'Renamed' })], settings })
    expect([same, setJumpList.mock.calls.length]).toEqual([1, 2])
  })

  it('leaves out machines that are gone, and those that Windows would not show', () => {
    const many = Array.from({ length: 12 }, (_, n) => trayVm(n + 1))
    const favourites = [trayVmId(99), ...many.map(({ id }) => id)]
    createJumpList(program)({ vms: many, settings: { lastVmId: trayVmId(98), favourites } })
    const [[{ items }]] = setJumpList.mock.lastCall as unknown as [[{ items: { title: string }[] }]]
    expect(items.map(({ title }) => title)).toEqual([
      'Open Savepoint',
      ...many.slice(0, 9).map(({ name }) => `Checkpoint of ${name}`),
    ])
  })

  it('puts no name into a command, whatever a machine is called', () => {
    const name = `" --powershell=evil.exe \u202e${'x'.repeat(500)}`
    createJumpList(program)({
      vms: [trayVm(1, { name })],
      settings: { lastVmId: trayVmId(1), favourites: [] },
    })
    const [[{ items }]] = setJumpList.mock.lastCall as unknown as [
      [{ items: { title: string; description: string; args: string }[] }],
    ]
    expect(items[1]!.args).toBe(`--checkpoint=${trayVmId(1)}`)
    expect(items[1]!.description.length).toBeLessThan(260)
    expect(items[1]!.title).not.toContain('\u202e')
  })
})

describe('What the jump list starts', () => {
  function on(platform: string, environment: NodeJS.ProcessEnv = {}): string | null {
    vi.stubGlobal('process', { ...process, platform, execPath: program })
    return jumpListProgram(environment)
  }

  it('is the installed app', () => {
    expect(on('win32')).toBe(program)
  })

  it('is the portable program itself, not what it unpacked', () => {
    expect(on('win32', { PORTABLE_EXECUTABLE_FILE: 'D:\\Savepoint.exe' })).toBe('D:\\Savepoint.exe')
  })

  it('is nothing on another system, or where the app runs from its sources', () => {
    const elsewhere = on('linux')
    Object.assign(electron.app, { isPackaged: false })
    expect([elsewhere, on('win32')]).toEqual([null, null])
  })
})

it('is the app by the Id that the installer gives it', () => {
  const builder = readFileSync(new URL('../../build/electron-builder.yml', import.meta.url), 'utf8')
  expect(/^appId: (.+)$/m.exec(builder)?.[1]).toBe(appId)
})
