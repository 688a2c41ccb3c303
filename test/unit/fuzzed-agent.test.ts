import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import { HostStatus, Vm, VmId } from '#contract/model'
import { createInventory } from '../../electron/core/inventory.ts'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { hostChanges } from '../../electron/hyperv/powershell/host-changes.ts'
import { hostReading } from '../../electron/hyperv/powershell/host-reading.ts'
import { failureOfReply, jobsOfReply, percentOfReply } from '../../electron/hyperv/powershell/replies.ts'
import { type ReplyLine, createReplyReader } from '../../electron/hyperv/powershell/reply-reader.ts'
import type { Session } from '../../electron/hyperv/powershell/session.ts'
import { vmAnswer } from '../bench/large-host.ts'
import { hostileValue, mutated } from '../support/hostile-values.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { prototypesNow } from '../support/noting-handlers.ts'
import { silentLog } from '../support/silent-log.ts'

/** SAVEPOINT_SEED prints the lines of an earlier run again; a telling is five to nine of them. */
const seed = Number(process.env.SAVEPOINT_SEED ?? Date.now() % 1_000_000)
const messages = Number(process.env.SAVEPOINT_TELLINGS ?? '2000')

const mark = 'SPa1b2c3'
const vmId = VmId.parse('11111111-1111-4111-8111-111111111111')
const checkpoint = {
  ...{ id: '22222222-2222-4222-8222-222222222222', name: 'Before', parentId: null, type: 'Standard' },
  ...{ createdAt: '2026-11-20T10:00:00.1234567Z', automatic: false, state: 'Off', policy: 3, notes: '' },
}
const byCmdlets = {
  vm: {
    ...{ id: vmId, name: 'DC01', state: 'Running', operationalStatus: [2], status: 'Normaler Betrieb' },
    ...{ version: '10.0', generation: 2, createdAt: '2026-11-01T10:00:00.0000000Z', notes: '' },
    ...{ checkpointType: 'Production', automatic: false, location: 'D:\\C', configurationFolder: 'D:\\DC01' },
    ...{ replication: 'None', parentId: checkpoint.id, jobs: [], checkpoints: [checkpoint] },
  },
  figures: [3, 4_294_967_296, 60_000],
}
const byCim = fewer(vmAnswer(1))
const error = { errorId: 'InvalidState', category: 'InvalidOperation', message: 'Nein', service: 'Running' }
const end = { removed: [], reading: { strategy: 'cim', reason: null, detail: '' } }
const parts = [
  byCmdlets,
  byCim,
  { afresh: true },
  { unread: { vmId, error } },
  { figures: { [vmId]: [3, 1, 60_000] } },
]

/** A line that PowerShell may print, or one that nobody would: changed as a value, or as text. */
function line(kind: ReplyLine['kind'], good: readonly unknown[]): fc.Arbitrary<string> {
  const values = fc.constantFrom(...good)
  const value = fc.oneof({ weight: 1, arbitrary: values }, { weight: 3, arbitrary: values.chain(mutated) })
  const text = value.map((each) => `${mark} 1 ${kind} ${json(each)}`)
  const torn = fc.tuple(text, fc.nat({ max: 400 })).map(([whole, at]) => whole.slice(0, at))
  const noise = hostileValue.map((each) => json(each))
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: torn },
    { weight: 1, arbitrary: noise },
  )
}

/** Nothing is what a script prints that has nothing to say. */
function json(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value)
}

const telling = fc.record({
  list: fc.tuple(fc.array(line('part', parts), { maxLength: 4 }), line('done', [end])),
  vm: line('done', [byCmdlets, byCim]),
  change: fc.oneof(
    line('done', [{ checkpointId: checkpoint.id, notesProblem: null }]),
    line('failed', [error]),
  ),
  jobs: line('done', [{ jobs: [{ id: vmId, type: 70, state: 'Running', percent: 3, vmIds: [vmId] }] }]),
  percent: hostileValue,
})

describe(`Whatever PowerShell prints, ${String(messages)} tellings of SAVEPOINT_SEED=${String(seed)}`, () => {
  it('costs nobody else anything: what is listed is what the contract has, and a failure is one in words', async () => {
    const before = prototypesNow()
    const { host, say } = createHost()
    const clock = createManualClock()
    const published: unknown[] = []
    const inventory = createInventory({
      connect: () => Promise.resolve({ host, name: 'HV', description: 'PowerShell', demoReason: null }),
      publish: (name, payload) => {
        if (name === 'vm.changed') published.push(payload)
      },
      clock,
      log: silentLog,
    })
    let told = 0
    await fc.assert(
      fc.asyncProperty(telling, async ({ list: [some, last], vm, change, jobs, percent }) => {
        told += 1
        published.length = 0
        say([...some, last])
        await inventory.refresh()
        say([vm])
        await expectable(inventory.fresh(vmId))
        say([change])
        await expectable(host.createCheckpoint({ vmId, name: null, notes: null }, () => undefined))
        await expectable(
          host.deleteCheckpoint({ vmId, checkpointId: checkpoint.id as never }, () => undefined),
        )
        for (const { value } of linesOf([jobs]).replies) await expectable(asPromise(() => jobsOfReply(value)))
        if (!(failureOfReply(percent) instanceof AppError)) expect.fail('A failure is none.')
        const part = percentOfReply(percent)
        if (part !== null && !(part >= 0 && part <= 100)) expect.fail(`${String(part)} percent`)
        for (const each of published) Vm.parse(each)
      }),
      { seed, numRuns: messages },
    )
    const well = [{ afresh: true }, byCmdlets].map((each) => `${mark} 1 part ${json(each)}`)
    say([...well, `${mark} 1 done ${json(end)}`])
    await inventory.refresh()
    expect(inventory.vms().map(({ id }) => id)).toEqual([vmId])
    inventory.close()
    HostStatus.parse(inventory.status())
    expect([told, prototypesNow(), 'polluted' in {}]).toEqual([messages, before, false])
  }, 3_600_000)
})

/** The app's own reading and changing, over a session that answers with these lines. */
function createHost(): { readonly host: HyperVHost; readonly say: (lines: readonly string[]) => void } {
  let said: readonly string[] = []
  const run: Session['run'] = async (_verb, _parameters, onProgress, onPart) => {
    const { replies, isBroken } = linesOf(said)
    for (const { kind, value } of replies) {
      if (kind === 'part') onPart?.(value)
      if (kind === 'progress') onProgress?.(percentOfReply(value))
      if (kind === 'failed') throw failureOfReply(value)
      if (kind === 'done') return Promise.resolve({ parts: [], value })
    }
    throw new AppError('host-lost', isBroken ? 'What it said was broken.' : 'It said nothing.')
  }
  const hello = { rights: 'elevated' }
  const session = { run, hello: () => Promise.resolve(hello) } as unknown as Session
  const reading = hostReading(() => session, createManualClock())
  const host = {
    ...reading,
    ...hostChanges(run),
    kind: 'hyper-v',
    pathStyle: 'windows',
    watch: () => () => undefined,
  }
  return {
    host: host as unknown as HyperVHost,
    say: (lines) => {
      said = lines
    },
  }
}

function linesOf(lines: readonly string[]): {
  readonly replies: readonly ReplyLine[]
  readonly isBroken: boolean
} {
  const replies: ReplyLine[] = []
  let isBroken = false
  const push = createReplyReader(mark, {
    onReply: (reply) => replies.push(reply),
    onNoise: () => undefined,
    onBroken: () => {
      isBroken = true
    },
  })
  push(`${lines.join('\n')}\n`)
  return { replies, isBroken }
}

/** It may fail, in words that are meant for people. */
async function expectable(asked: Promise<unknown>): Promise<void> {
  await asked.catch((failure: unknown) => {
    if (!(failure instanceof AppError) || failure.code === 'internal') throw failure
  })
}

function asPromise(run: () => unknown): Promise<unknown> {
  return new Promise((resolve) => {
    resolve(run())
  })
}

/** Two of its checkpoints are enough. */
function fewer(answer: object): unknown {
  const { cim, figures } = answer as {
    readonly cim: { readonly checkpoints: readonly unknown[] }
    readonly figures: unknown
  }
  return { cim: { ...cim, checkpoints: cim.checkpoints.slice(0, 2) }, figures }
}
