import { describe, expect, it } from 'vitest'
import type { AppEvent } from '#contract/events'
import type { HostStatus } from '#contract/model'
import { machineAskedFor } from '../../electron/desktop/asked-checkpoint.ts'
import { exampleStatus, trayVm } from '../support/example-tray.ts'

/** An app whose host says later how it is. */
function open(first: Partial<HostStatus>) {
  const listeners = new Set<(event: AppEvent) => void>()
  const asked: string[] = []
  const machine = machineAskedFor(
    {
      dispatch: (name) => {
        asked.push(name)
        return Promise.resolve({
          ok: true,
          value: name === 'host.status' ? exampleStatus(first) : [trayVm(1)],
        })
      },
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    { machine: 'VM1', reason: null },
  )
  return {
    machine,
    asked,
    listeners,
    say: (change: Partial<HostStatus>) => {
      for (const listener of [...listeners])
        listener({ name: 'host.changed', payload: exampleStatus(change) })
    },
  }
}

describe('The machine of a command line', () => {
  it('is looked for once the host has said which there are, and not before', async () => {
    const { machine, say, asked, listeners } = open({ connection: 'connecting' })
    say({ connection: 'connecting', description: 'Windows PowerShell 5.1' })
    const before = [...asked]
    say({ connection: 'live' })
    expect([before, await machine, listeners.size]).toEqual([['host.status'], { vm: trayVm(1) }, 0])
  })

  it('is looked for at once where the host is there already', async () => {
    const { machine, listeners } = open({})
    expect([await machine, listeners.size]).toEqual([{ vm: trayVm(1) }, 0])
  })

  it('is not looked for where the host can’t be reached, and later neither', async () => {
    const problem = {
      code: 'service-stopped',
      message: 'The Hyper-V service does not run. Start it.',
    } as const
    const { machine, say, asked } = open({ connection: 'connecting' })
    say({ connection: 'lost', problem })
    const found = await machine
    say({ connection: 'live' })
    expect([found, asked]).toEqual([{ problem: problem.message }, ['host.status']])
  })
})
