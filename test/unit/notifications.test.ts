import * as electron from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OperationNotification } from '#contract/operation-notification'
import type { TrayAction } from '#contract/tray-entry'
import { createNotifications } from '../../electron/desktop/notifications.ts'
import { exampleOperationId } from '../support/example-operation.ts'
import { exampleCheckpointId, exampleVm } from '../support/example-vm.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { StubNotification } from '../support/tray-stub.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

const { id: vmId } = exampleVm()
const checkpointId = exampleCheckpointId(1)
const rename: TrayAction = { do: 'show', request: { what: 'rename-checkpoint', vmId, checkpointId } }
const undo: TrayAction = { do: 'delete', vmId, checkpointId }
const click: TrayAction = {
  do: 'show',
  request: { what: 'operation', operationId: exampleOperationId(1) },
}

const told: OperationNotification = {
  title: 'WEB01: checkpoint taken',
  body: '“Before updates”.',
  buttons: [
    { label: 'Rename…', action: rename },
    { label: 'Undo', action: undo },
  ],
  click,
}

function tell(count = 1) {
  const act = vi.fn()
  const clock = createManualClock()
  const notify = createNotifications(act, clock)
  for (let each = 0; each < count; each += 1) notify(told)
  return { act, clock, shown: StubNotification.shown }
}

beforeEach(() => {
  StubNotification.shown.length = 0
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('A notification of Windows', () => {
  it('says what it is told, and has a button for each thing that can be done about it', () => {
    const { shown } = tell()
    expect(shown.map(({ options }) => options)).toEqual([
      {
        title: 'WEB01: checkpoint taken',
        body: '“Before updates”.',
        actions: [
          { type: 'button', text: 'Rename…' },
          { type: 'button', text: 'Undo' },
        ],
      },
    ])
  })

  it.each([
    [0, rename],
    [1, undo],
    [7, click],
  ])('does what its button %d is for', (actionIndex, action) => {
    const { shown, act } = tell()
    shown[0]!.emit('action', { actionIndex })
    expect(act.mock.calls).toEqual([[action]])
  })

  it('shows how it went at a click', () => {
    const { shown, act } = tell()
    shown[0]!.emit('click')
    expect(act.mock.calls).toEqual([[click]])
  })

  it('is answered once, whatever Windows tells of it', () => {
    const { shown, act } = tell()
    shown[0]!.emit('action', { actionIndex: 1 })
    shown[0]!.emit('click')
    shown[0]!.emit('action', { actionIndex: 1 })
    expect(act.mock.calls).toEqual([[undo]])
  })

  it('can still be answered from the notification centre, after it went away by itself', () => {
    const { shown, act } = tell()
    shown[0]!.emit('close', { reason: 'timedOut' })
    shown[0]!.emit('action', { actionIndex: 1 })
    expect(act.mock.calls).toEqual([[undo]])
  })

  it('changes nothing any more when it is found long after, and shows how it went', async () => {
    const { shown, act, clock } = tell(2)
    await clock.advance(11 * 60_000)
    shown[0]!.emit('action', { actionIndex: 1 })
    shown[1]!.emit('action', { actionIndex: 0 })
    expect(act.mock.calls).toEqual([[click], [rename]])
  })

  it.each([
    ['close', { reason: 'userCanceled' }],
    ['failed', 'no service'],
  ])('means nothing any more after %s', (event, detail) => {
    const { shown, act } = tell()
    shown[0]!.emit(event, detail)
    shown[0]!.emit('action', { actionIndex: 1 })
    expect(act).not.toHaveBeenCalled()
  })

  it('is let go once there are twenty newer ones', () => {
    const { shown, act } = tell(21)
    shown[0]!.emit('click')
    shown[1]!.emit('click')
    expect(act.mock.calls).toEqual([[click]])
  })

  it('is left out where the system has none', () => {
    vi.mocked(electron.Notification.isSupported).mockReturnValueOnce(false)
    expect(tell().shown).toEqual([])
  })
})

describe('A click of which Windows tells the app', () => {
  const showWindow: TrayAction = { do: 'show', request: { what: 'window', vmId: null } }

  function tellOnWindows() {
    vi.stubGlobal('process', { ...process, platform: 'win32' })
    const opened = tell()
    return { ...opened, click: StubNotification.handleActivation.mock.lastCall![0] }
  }

  it('shows the window where the notification is of an earlier start', async () => {
    const { act, clock, click: clicked } = tellOnWindows()
    clicked()
    await clock.advance(1_000)
    expect(act.mock.calls).toEqual([[showWindow]])
  })

  it.each([
    ['before', 0],
    ['after', 200],
  ])('does nothing besides where the notification itself is told %s', async (_, milliseconds) => {
    const { act, clock, shown, click: clicked } = tellOnWindows()
    if (milliseconds === 0) shown[0]!.emit('action', { actionIndex: 1 })
    clicked()
    await clock.advance(milliseconds)
    if (milliseconds > 0) shown[0]!.emit('action', { actionIndex: 1 })
    await clock.advance(1_000)
    expect(act.mock.calls).toEqual([[undo]])
  })

  it('is not waited for on a system that tells of none', () => {
    StubNotification.handleActivation.mockClear()
    tell()
    expect(StubNotification.handleActivation).not.toHaveBeenCalled()
  })
})
