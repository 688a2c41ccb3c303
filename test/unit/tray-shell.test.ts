import * as electron from 'electron'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { AppSettings } from '#contract/app-settings'
import type { AppEvent } from '#contract/events'
import { VmId } from '#contract/model'
import { startTray } from '../../electron/desktop/tray.ts'
import { openAppOnLab } from '../support/app-on-lab.ts'
import { StubWindow } from '../support/electron-stub.ts'
import { type createTrayStub, StubNotification, StubTray } from '../support/tray-stub.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

const { held } = electron.globalShortcut as unknown as ReturnType<typeof createTrayStub>['globalShortcut']

interface ShownItem {
  readonly label?: string
  readonly click?: () => void
  readonly submenu?: readonly ShownItem[]
}

/** The tray over the whole app on the simulated host, with a machine that can be taken a checkpoint of. */
async function open(settings: Partial<AppSettings> = {}) {
  const app = await openAppOnLab({ settings })
  const quit = vi.fn()
  const tray = startTray({
    app,
    clock: app.clock,
    preload: '/app/preload.cjs',
    quit,
    program: 'Savepoint.exe',
    hotkey: { setProblem: vi.fn(), followPause: () => () => undefined },
  })
  onTestFinished(async () => {
    tray.close()
    await app.close()
  })
  const [vmId] = app.lab.spare('off')
  const { name } = await app.vm(vmId!)
  await app.call('settings.change', { favourites: [vmId!] })
  await app.clock.advance(100)
  const icon = StubTray.shown.at(-1)!
  return {
    app,
    tray,
    icon,
    quit,
    vmId: vmId!,
    name,
    checkpoints: async () => (await app.vm(vmId!)).checkpoints,
    asked: () => app.events.flatMap(asRequest),
    /** Opens the menu, and clicks along those labels. */
    choose: (...labels: readonly string[]) => {
      icon.emit('right-click')
      const { template } = icon.popUpContextMenu.mock.lastCall![0] as { template: readonly ShownItem[] }
      const found = labels.reduce<ShownItem>(
        ({ submenu }, label) => submenu!.find((item) => item.label?.startsWith(label))!,
        { submenu: template },
      )
      found.click!()
    },
    /** Until something was told. */
    told: async (count = 1) => {
      while (StubNotification.shown.length < count) await app.clock.advance(250)
      return StubNotification.shown.map(({ options }) => options) as readonly {
        readonly title: string
        readonly body: string
        readonly actions: readonly { readonly text: string }[]
      }[]
    },
  }
}

function asRequest(event: AppEvent): readonly unknown[] {
  return event.name === 'window.asked' ? [event.payload] : []
}

beforeEach(() => {
  vi.clearAllMocks()
  held.clear()
  StubWindow.opened.length = 0
  StubTray.shown.length = 0
  StubNotification.shown.length = 0
})

describe('A checkpoint from the tray', () => {
  it('is taken by two clicks, and told with what can be done about it', async () => {
    const { choose, told, checkpoints, name } = await open()
    choose(name, 'Checkpoint Now')
    const [first] = await told()
    const [taken] = await checkpoints()
    expect({ ...first, actions: first!.actions.map(({ text }) => text) }).toEqual({
      title: `${name}: checkpoint created`,
      body: `“${taken!.name}”.`,
      actions: ['Rename…', 'Undo'],
    })
  })

  it('asks for its name in the window at a click on Rename', async () => {
    const { choose, told, checkpoints, asked, name, vmId } = await open()
    choose(name, 'Checkpoint Now')
    await told()
    StubNotification.shown[0]!.emit('action', { actionIndex: 0 })
    await vi.waitUntil(() => asked().length > 0)
    const [taken] = await checkpoints()
    expect(asked()).toEqual([{ what: 'rename-checkpoint', vmId, checkpointId: taken!.id }])
  })

  it('is gone again after a click on Undo, and that is told as well', async () => {
    const { choose, told, checkpoints, name } = await open()
    choose(name, 'Checkpoint Now')
    await told()
    StubNotification.shown[0]!.emit('action', { actionIndex: 1 })
    const [, second] = await told(2)
    expect([second!.title, await checkpoints()]).toEqual([`${name}: checkpoint deleted`, []])
  })

  it('is shown by the icon while it is being taken', async () => {
    const { choose, told, icon, name } = await open()
    choose(name, 'Checkpoint Now')
    await told()
    const spoken = icon.setToolTip.mock.calls.map(([text]) => text as string)
    expect(spoken).toContainEqual(expect.stringContaining(name))
  })

  it('of another window is not told, for there it can be seen', async () => {
    const { app, vmId } = await open()
    await app.finish('checkpoint.create', { vmId })
    await app.clock.advance(1_000)
    expect(StubNotification.shown).toEqual([])
  })
})

describe('The small window', () => {
  it('is opened by a click, and gives way to the large one at a double click', async () => {
    const { icon, asked } = await open()
    icon.emit('click')
    const opened = StubWindow.opened.length
    icon.emit('double-click')
    await vi.waitUntil(() => asked().length > 0)
    expect([opened, StubWindow.opened[0]!.destroy.mock.calls.length, asked()]).toEqual([
      1,
      1,
      [{ what: 'window', vmId: null }],
    ])
  })

  it('has what began in it told where it was closed before the end', async () => {
    const { beginInSmall, small, told, name } = await openSmall()
    await beginInSmall()
    small.emit('blur')
    expect((await told())[0]!.title).toBe(`${name}: checkpoint created`)
  })

  it('has it told where it was opened anew meanwhile, for that shows nothing of it', async () => {
    const { app, beginInSmall, small, icon, told } = await openSmall()
    await beginInSmall()
    small.emit('blur')
    await app.clock.advance(400)
    icon.emit('click')
    expect([StubWindow.opened.length, StubNotification.shown.length]).toEqual([2, 0])
    expect((await told()).length).toBe(1)
  })

  it('has it not told while it shows that itself', async () => {
    const { app, beginInSmall, checkpoints } = await openSmall()
    await beginInSmall()
    while ((await checkpoints()).length === 0) await app.clock.advance(250)
    await app.clock.advance(5_000)
    expect(StubNotification.shown).toEqual([])
  })

  async function openSmall() {
    const opened = await open()
    opened.icon.emit('click')
    const small = StubWindow.opened[0]!
    const { mainFrame: senderFrame, ipc } = small.webContents
    const call = ipc.handle.mock.lastCall![1] as (event: object, name: string, input: object) => void
    return {
      ...opened,
      small,
      beginInSmall: async () => {
        call({ senderFrame }, 'checkpoint.quick', { vmId: opened.vmId })
        await opened.app.clock.advance(0)
      },
    }
  }
})

describe('The key', () => {
  it('takes a checkpoint of the last machine', async () => {
    const { app, vmId, told, name } = await open()
    await app.call('settings.change', { lastVmId: vmId })
    await app.clock.advance(100)
    held.get('Ctrl+Alt+Shift+C')!()
    expect((await told())[0]!.title).toBe(`${name}: checkpoint created`)
  })

  it('opens the small window where there is no last machine yet', async () => {
    await open()
    held.get('Ctrl+Alt+Shift+C')!()
    expect(StubWindow.opened[0]!.loadURL.mock.calls).toEqual([['app://savepoint/tray.html']])
  })

  it('says so where the last machine is gone', async () => {
    const { told } = await open({ lastVmId: VmId.parse('00000000-0000-4000-8000-000000000000') })
    held.get('Ctrl+Alt+Shift+C')!()
    expect(await told()).toEqual([
      {
        title: 'No checkpoint was taken',
        body: expect.stringMatching(/^The virtual machine .+\.$/) as string,
        actions: [],
      },
    ])
  })
})

describe('The command line', () => {
  it.each([
    ['a first start', 'run'],
    ['a second start', 'runAgain'],
  ] as const)('of %s takes a checkpoint of the machine that it names', async (_, way) => {
    const { app, tray, name, vmId, told } = await open()
    if (way === 'run') tray.run({ checkpoint: name.toUpperCase(), reason: 'Before updates' })
    else tray.runAgain({ arguments: ['--checkpoint', vmId, '--reason', 'Before updates'] })
    expect((await told())[0]!.title).toBe(`${name}: checkpoint created`)
    expect((await app.call('record.list', {})).map(({ reason }) => reason)).toContain('Before updates')
  })

  it('says which machine it does not find, and takes none', async () => {
    const { tray, told, asked } = await open()
    tray.run({ checkpoint: 'Nobody', reason: null })
    const [first] = await told()
    StubNotification.shown[0]!.emit('click')
    await vi.waitUntil(() => asked().length > 0)
    expect([first, asked()]).toEqual([
      {
        title: 'No checkpoint was taken',
        body: 'No virtual machine has the name or Id “Nobody”.',
        actions: [],
      },
      [{ what: 'window', vmId: null }],
    ])
  })

  it('says what is wrong with its reason, and takes none', async () => {
    const { tray, name, told, checkpoints } = await open()
    tray.run({ checkpoint: name, reason: 'x'.repeat(300) })
    expect([(await told())[0]!.title, await checkpoints()]).toEqual(['No checkpoint was taken', []])
  })

  it('that asks for nothing does nothing at a first start, and shows the window at a second', async () => {
    const { tray, asked } = await open()
    tray.run({ checkpoint: null, reason: null })
    tray.runAgain({ arguments: ['--hidden'] })
    tray.runAgain({ arguments: ['--no-sandbox'] })
    await vi.waitUntil(() => asked().length > 0)
    expect([asked(), StubNotification.shown]).toEqual([[{ what: 'window', vmId: null }], []])
  })
})

describe('The tray', () => {
  it('shows the settings and quits by its menu', async () => {
    const { choose, asked, quit } = await open()
    choose('Settings')
    choose('Quit')
    await vi.waitUntil(() => asked().length > 0)
    expect([asked(), quit.mock.calls.length]).toEqual([[{ what: 'settings' }], 1])
  })

  it('says in its menu what the checkpoint of a machine would be, once the pointer was on the icon', async () => {
    const { app, icon } = await open()
    const readiness = vi.spyOn(app, 'dispatch')
    icon.emit('mouse-enter')
    await app.clock.advance(2_000)
    icon.emit('mouse-enter')
    await app.clock.advance(2_000)
    expect(readiness.mock.calls.filter(([name]) => name === 'vm.readiness').length).toBeLessThanOrEqual(8)
  })

  it('offers the last machine in the jump list as soon as there is one', async () => {
    const { app, vmId, name } = await open()
    await app.call('settings.change', { lastVmId: vmId })
    await app.clock.advance(100)
    expect(JSON.stringify(vi.mocked(electron.app.setJumpList).mock.lastCall)).toContain(
      `Checkpoint of ${name}`,
    )
  })

  it('leaves nothing behind when the app ends', async () => {
    const { app, tray, icon } = await open()
    icon.emit('click')
    tray.close()
    await app.clock.advance(1_000)
    expect({
      icon: icon.destroy.mock.calls.length,
      window: StubWindow.opened[0]!.destroy.mock.calls.length,
      keys: held.size,
      theme: electron.nativeTheme.listenerCount('updated'),
    }).toEqual({ icon: 1, window: 1, keys: 0, theme: 0 })
  })
})
