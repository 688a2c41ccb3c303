import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Operation, Vm } from '#contract/model'
import type { Output } from '#contract/operations'
import { contentSecurityPolicy } from '../../electron/bridge/built-files.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { startStandInServer } from '../stand-in/start-server.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { seenIn } from '../support/with-seen.ts'
import { safePage } from '../support/safe-page.ts'
import { processesOn } from './processes-on.ts'
import { type StartedMain, startMain } from './started-main.ts'

interface Loaded {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const patience = { timeout: 60_000 }

async function vmsOf(main: StartedMain, window = 0): Promise<readonly Vm[]> {
  const reply = await main.call('vm.list', {}, window)
  return reply.ok ? (reply.value as readonly Vm[]) : []
}

async function someVms(main: StartedMain, window = 0): Promise<readonly Vm[]> {
  await expect.poll(() => vmsOf(main, window).then(({ length }) => length), patience).toBeGreaterThan(0)
  return vmsOf(main, window)
}

/** Deletes a checkpoint that nobody needs; it waits a minute to be undone. */
async function beginDelete(main: StartedMain): Promise<Operation> {
  const vmId = labVmId.tester
  const tester = async () => (await vmsOf(main)).find(({ id }) => id === vmId)
  await expect.poll(async () => (await tester())?.checkpoints.length, patience).toBeGreaterThan(0)
  const vm = (await tester())!
  const checkpointId = vm.checkpoints[0]!.id
  const session = (await main.call('app.session', {})) as { readonly value: Output<'app.session'> }
  const seen = seenIn(vm, 'checkpoint.delete', checkpointId, session.value.session)
  const reply = await main.call('checkpoint.delete', { vmId, checkpointId, seen })
  expect(reply).toMatchObject({ ok: true, value: { state: 'waiting' } })
  return (reply as { readonly value: Operation }).value
}

describe('The built main', () => {
  it('tells Electron what it is and how its window is to be, each once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'savepoint-installed-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    writeFileSync(join(folder, 'Uninstall Savepoint.exe'), '')
    const main = startMain(['--demo'], {
      settings: { startsWithWindows: true, hotkey: 'Ctrl+Alt+F9' },
      environment: {
        SAVEPOINT_TEST_PACKAGED: '1',
        SAVEPOINT_TEST_PROGRAM: join(folder, 'Savepoint.exe'),
      },
    })
    await main.pages(1)
    await expect.poll(() => main.told('globalShortcut.register'), patience).toHaveLength(1)
    const told = (await main.ask('told')) as readonly (readonly unknown[])[]
    // What the icon shows and when is told elsewhere.
    const ofTray = new Set(['tray.setToolTip', 'tray.setImage'])
    const path = `"${process.execPath}"`
    expect(told.filter(([name]) => !ofTray.has(String(name)))).toEqual([
      ['app.enableSandbox'],
      ['app.setAppUserModelId', 'app.savepoint.desktop'],
      [
        'protocol.registerSchemesAsPrivileged',
        [{ scheme: 'app', privileges: { standard: true, secure: true } }],
      ],
      ['app.requestSingleInstanceLock', { arguments: ['--demo'] }],
      ['Menu.setApplicationMenu', null],
      ['new Tray', { picture: 'data:image/png;base64,', length: expect.any(Number) as unknown }],
      // The null below is what a function becomes on its way here.
      ['globalShortcut.register', 'Ctrl+Alt+F9', null],
      ['app.getLoginItemSettings', { path, args: ['--hidden'] }],
      ['app.setLoginItemSettings', { path, args: ['--hidden'], openAtLogin: true }],
      [
        'new BrowserWindow',
        {
          title: 'Savepoint',
          width: 1280,
          height: 800,
          minWidth: 720,
          minHeight: 480,
          show: false,
          backgroundColor: '#f3f3f3',
          webPreferences: { preload: main.opened()[0]!.preload, ...safePage },
        },
      ],
    ])
  })

  it('opens the window with the preload and the files that were built beside it', async () => {
    const main = startMain(['--demo'])
    await main.pages(1)
    const { url, preload } = main.opened()[0]!
    const index = (await main.ask('load', url)) as Loaded
    const script = /src="\.?(\/[^"]+\.js)"/.exec(index.body)![1]!
    const { status, headers } = (await main.ask('load', `app://savepoint${script}`)) as Loaded
    expect([existsSync(preload), index.status, status, headers['content-type']]).toEqual([
      true,
      200,
      200,
      'text/javascript; charset=utf-8',
    ])
    const strange = (await main.ask('load', 'app://savepoint/..%2fmain%2fmain.js')) as Loaded
    expect([strange.status, strange.body]).toEqual([404, 'Not found'])
  })

  it.each(['index.html', 'tray.html'])(
    'serves %s under the policy, with nothing in it that the policy refuses',
    async (page) => {
      const main = startMain(['--demo'])
      await main.pages(1)
      const { status, headers, body } = (await main.ask('load', `app://savepoint/${page}`)) as Loaded
      expect([status, headers['content-security-policy']]).toEqual([200, contentSecurityPolicy])
      expect(contentSecurityPolicy.split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types vue',
      ])
      expect(body).not.toMatch(/<script(?![^>]* src=)|<style|<iframe|<object|<base|https?:|\son\w+=|\sstyle=/)
    },
  )

  it('answers the page with the virtual machines of the demo host, and tells it what changes', async () => {
    const main = startMain(['--demo'])
    await main.pages(1)
    await someVms(main)
    await main.call('settings.change', { undoSeconds: 3 })
    expect(main.events().map(({ name }) => name)).toContain('settings.changed')
  })

  it('stays in the tray when its window is closed, says so once, and comes back from there', async () => {
    const main = startMain(['--demo'])
    await main.pages(1)
    const isThere = [await main.ask('close'), await main.ask('isVisible')]
    expect([isThere, (await main.told('notification.show')).length]).toEqual([[true, false], 1])
    await main.ask('listen')
    await main.ask('clickIcon', 'double-click')
    await expect.poll(() => main.ask('isVisible'), patience).toBe(true)
    await main.ask('close')
    expect((await main.told('notification.show')).length).toBe(1)
  })

  it('starts without a window where it is to be hidden, opens the small one, and tells the large one what is wanted once that listens', async () => {
    const main = startMain(['--demo', '--hidden'])
    await expect.poll(() => main.told('new Tray'), patience).toHaveLength(1)
    expect(await main.told('new BrowserWindow')).toEqual([])
    await main.ask('clickIcon')
    await main.pages(1)
    expect(main.opened()[0]!.url).toBe('app://savepoint/tray.html')
    expect(((await main.ask('load', main.opened()[0]!.url)) as Loaded).status).toBe(200)
    const shown = main.call('window.show', { what: 'health' })
    await main.pages(2)
    const asked = () => main.events(1).filter(({ name }) => name === 'window.asked')
    const before = asked()
    await main.ask('listen', 1)
    expect(await shown).toEqual({ ok: true, value: {} })
    expect([before, asked()]).toEqual([[], [{ name: 'window.asked', payload: { what: 'health' } }]])
  })

  it('shows its window when it is started again, and does not start again itself', async () => {
    const main = startMain(['--demo'])
    await main.pages(1)
    await main.ask('listen')
    await main.ask('close')
    await main.ask('startAgain', { arguments: ['--inspect', '--no-sandbox'] })
    await expect.poll(() => main.ask('isVisible'), patience).toBe(true)
    expect(await main.told('new BrowserWindow')).toHaveLength(1)
  })

  it('has its icon in the file itself, gets the key once, and lets both go at the end', async () => {
    const main = startMain(['--demo', '--hidden'])
    await expect.poll(() => main.told('globalShortcut.register'), patience).toHaveLength(1)
    expect(await main.told('new Tray')).toEqual([
      [
        {
          picture: 'data:image/png;base64,',
          length: expect.toSatisfy((length) => Number(length) > 200) as unknown,
        },
      ],
    ])
    await main.ask('quit')
    expect(await main.exitCode).toBe(0)
    expect(main.toldByTheEnd('tray.destroy', 'globalShortcut.unregister')).toEqual([
      ['tray.destroy'],
      ['globalShortcut.unregister', 'Ctrl+Alt+Shift+C'],
    ])
  })

  it('takes the checkpoint that its command line asks for, tells how it went, and opens no window', async () => {
    const main = startMain(['--demo', '--checkpoint', labVmId.tester, '--reason', 'Before updates'])
    await expect.poll(() => main.told('notification.show'), patience).toHaveLength(1)
    await main.ask('startAgain', { arguments: ['--checkpoint', 'Nobody'] })
    await expect.poll(() => main.told('notification.show'), patience).toHaveLength(2)
    expect([await main.told('notification.show'), await main.told('new BrowserWindow')]).toEqual([
      [
        [expect.objectContaining({ title: 'WIN11-TEST: checkpoint created' })],
        [expect.objectContaining({ title: 'No checkpoint was taken' })],
      ],
      [],
    ])
  })

  it('quits without a question where nothing is under way', async () => {
    const main = startMain(['--demo'])
    await main.pages(1)
    await main.ask('quit')
    expect(await main.exitCode).toBe(0)
  })

  it('quits only when what is under way has ended, where that is the answer', async () => {
    const main = startMain(['--demo'], { settings: { undoSeconds: 60 } })
    await main.pages(1)
    const { id, vmName } = await beginDelete(main)
    await main.ask('quit')
    await expect.poll(() => main.told('dialog.showMessageBox'), patience).toHaveLength(1)
    const question = (await main.told('dialog.showMessageBox'))[0]!.at(-1)
    expect(question).toMatchObject({
      message: 'One operation is not finished.',
      detail: expect.stringMatching(new RegExp(`^${vmName}: Delete: can be undone\n`)) as unknown,
      buttons: ['Quit When Done', 'Quit Now', 'Don’t Quit'],
      defaultId: 0,
      cancelId: 2,
    })
    expect(main.child.exitCode).toBe(null)
    await main.call('operation.undo', { operationId: id })
    expect(await main.exitCode).toBe(0)
  })

  it('stays where the answer is not to quit, and leaves it running where that is', async () => {
    const main = startMain(['--demo'], { settings: { undoSeconds: 60 } })
    await main.pages(1)
    await beginDelete(main)
    await main.ask('willAnswer', 2)
    await main.ask('quit')
    await expect.poll(() => main.told('dialog.showMessageBox'), patience).toHaveLength(1)
    expect(await vmsOf(main)).not.toEqual([])
    await main.ask('willAnswer', 1)
    await main.ask('quit')
    expect(await main.exitCode).toBe(0)
  })

  it('ends in time and asks nothing where Windows ends the session', async () => {
    const main = startMain(['--demo'], { settings: { undoSeconds: 60 } })
    await main.pages(1)
    await beginDelete(main)
    await main.ask('emit', ['window', 'session-end'])
    expect(await main.exitCode).toBe(0)
  })

  it('says which option it does not know, and ends', async () => {
    const main = startMain(['--nonsense'])
    expect([await main.exitCode, main.output().split('. ')[0]?.trim()]).toEqual([
      1,
      "Unknown option '--nonsense'",
    ])
  })
})

const pwsh = findPwsh()
// Processes are looked for where they are files.
const isPossible = pwsh !== null && process.platform === 'linux'

describe.skipIf(!isPossible)(
  `The built main on Hyper-V${pwsh === null ? ' (skipped: no pwsh on the PATH)' : ''}`,
  () => {
    it.each(['quit', 'session-end'])('leaves no process behind: %s', async (end) => {
      const simulation = createSimulation({ lab: createLab(systemClock.now()), clock: systemClock, pace: 1 })
      const server = await startStandInServer(simulation)
      onTestFinished(async () => {
        await server.close()
        simulation.stop()
      })
      const main = startMain(['--powershell', pwsh!, '--module-path', 'test/stand-in'], {
        environment: { SAVEPOINT_STAND_IN_URL: server.url },
      })
      await main.pages(1)
      await someVms(main)
      const during = await processesOn(main.data)
      if (end === 'quit') await main.ask('quit')
      else await main.ask('emit', ['window', end])
      expect([during.length > 1, await main.exitCode]).toEqual([true, 0])
      await expect.poll(() => processesOn(main.data), patience).toEqual([])
    })
  },
)
