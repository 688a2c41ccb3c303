import { Buffer } from 'node:buffer'
import type { AppEvent } from '#contract/events'
import type { Vm } from '#contract/model'
import type { BenchCase } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import { atLeastTimes } from '../goal-against.ts'
import { largeHost } from '../large-host.ts'
import { openOurBridge, paths, type BridgePeer } from '../peers/bridges.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { createHeard, timeEvent, type Heard } from '../time-event.ts'

const windows = 3

/** One machine changed, and several windows are open. */
export const deltaFanout: BenchCase = {
  name: 'delta-fanout-3-windows',
  title: `One changed machine of ${String(largeHost.vms)}, told to ${String(windows)} windows over the loopback bridge`,
  run: async (settings) => {
    const vms = Array.from({ length: largeHost.vms }, (_, index) => vmOf(index))
    const one = await opened(1, vms)
    const three = await opened(windows, vms)
    const times = settings.isQuick ? 20 : 100
    const event: AppEvent = { name: 'vm.changed', payload: vms[0] as unknown as Vm }
    const took = await runRounds(
      {
        'one window': () => timed(times, () => timeEvent(one.peer, one.heard, event)),
        [`${String(windows)} windows`]: () => timed(times, () => timeEvent(three.peer, three.heard, event)),
        'the whole list to each': () => timed(1, () => durationOf(() => three.readAll())),
      },
      settings,
    )
    await one.close()
    await three.close()
    const time = (peer: string): readonly number[] => took(peer, 'time')
    return {
      name: deltaFanout.name,
      title: deltaFanout.title,
      rows: rowsOf(took, ['one window', `${String(windows)} windows`, 'the whole list to each'], {
        time: 'ms',
      }),
      goals: [
        atLeastTimes('P5', `the whole list to each : ${String(windows)} windows`, 100, [
          time('the whole list to each'),
          time(`${String(windows)} windows`),
        ]),
      ],
      remarks: [
        'Until the last window has the last byte. The whole list is what windows get that are not told what changed.',
      ],
    }
  },
}

interface Opened {
  readonly peer: BridgePeer
  readonly heard: readonly Heard[]
  readonly readAll: () => Promise<unknown>
  readonly close: () => Promise<void>
}

async function opened(count: number, vms: readonly object[]): Promise<Opened> {
  const peer = await openOurBridge({ large: vms, file: Buffer.from('') })
  const clients = Array.from({ length: count }, () => peer.another())
  const heard = clients.map(createHeard)
  await Promise.all(
    clients.map((client, index) => client.listen(paths.events, heard[index]?.onData ?? ignore)),
  )
  return {
    peer,
    heard,
    readAll: () =>
      Promise.all(clients.map((client) => client.post(paths.call, JSON.stringify({ large: true })))),
    close: async () => {
      for (const client of [...clients, peer.client]) client.close()
      await peer.close()
    },
  }
}

function ignore(): void {
  // Nobody to tell.
}

async function timed(times: number, measure: () => Promise<number>): Promise<{ readonly time: number }> {
  let sum = 0
  for (let time = 0; time < times; time += 1) sum += await measure()
  return { time: sum / times }
}

/** As much as a machine with its checkpoints says. */
function vmOf(index: number): object {
  const checkpoints = Array.from({ length: largeHost.checkpoints }, (_, place) => ({
    ...{
      id: `5a7e0000-${String(index)}-${String(place)}`,
      name: `SHOP-${String(index)} - (${String(place)})`,
    },
    ...{ createdAt: '2026-11-21T10:00:00.000Z', category: 'user', isSaved: true, notes: 'Before the update' },
  }))
  return { id: `5a7e0000-${String(index)}`, name: `SHOP-${String(index)}`, checkpoints }
}
