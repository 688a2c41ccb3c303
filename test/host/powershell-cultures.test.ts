import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CheckpointName } from '#contract/inputs'
import type { Vm } from '#contract/model'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { openStandInHost, type StandInHost } from '../stand-in/open-stand-in-host.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { createHostLab } from '../support/host-lab.ts'
import { endOf } from './suite/workbench.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''
const lab = createHostLab(systemClock.now())
const { tester, fileServer } = lab.role

/**
 * In Turkish the small I has no dot, in Arabic the year has other months and the decimal point is another, in Persian the
 * year begins in spring, in Thai years are counted from another one. Each start of a PowerShell takes a while, so two of
 * them are asked each time, and all of them by `npm run test:long -- cultures`.
 */
const [first = 'tr-TR', ...others] = (process.env.SAVEPOINT_CULTURES ?? 'tr-TR ar-SA').split(' ')

/** What a host told, in parts. */
type Told = ReadonlyMap<string, unknown>

describe.skipIf(powershell === null)(`Hyper-V on computers of several cultures${reason}`, () => {
  it(
    'tells and does the same on all of them',
    async () => {
      const expected = allOf(first)
      for (const culture of others)
        expect(differences(await allOf(culture), await expected), `${culture}, beside ${first}`).toEqual([])
    },
    60_000 * (1 + others.length),
  )
})

/** Each on a simulation of its own, which all begin alike. */
async function allOf(culture: string): Promise<Told> {
  const opened = await open(culture)
  onTestFinished(opened.close)
  const { vms, unread } = await opened.host.readAll()
  return new Map<string, unknown>([
    ['unread', unread],
    ...vms.map((vm) => [vm.name, withoutUptime(vm)] as const),
    ['details', await opened.host.readVmDetails(tester)],
    ['costs', await opened.host.readCosts(fileServer)],
    ['storage', await opened.host.readStorage()],
    ['readiness', await opened.host.readReadiness(fileServer)],
    ['changes', await changed(opened)],
  ])
}

/** Which parts are not the same, and no more of one than its beginning: all of it takes a while to be shown. */
function differences(theirs: Told, expected: Told): readonly string[] {
  return [...expected].flatMap(([part, value]) =>
    isDeepStrictEqual(theirs.get(part), value)
      ? []
      : [`${part}: ${JSON.stringify(theirs.get(part)).slice(0, 2_000)}`],
  )
}

/** By the variable from which .NET takes its culture where there is no Windows. */
async function open(culture: string): Promise<StandInHost> {
  const environment = { LC_ALL: `${culture.replace('-', '_')}.UTF-8` }
  const opened = await openStandInHost({ powershell: powershell ?? '', lab, environment })
  await opened.host.connect()
  return opened
}

/** What is named with every i that there is, and what is refused by its kind alone. */
async function changed({ host }: StandInHost): Promise<unknown> {
  const [vmId] = lab.spare('off')
  if (vmId === undefined) throw new Error('The lab has no spare machine that is off.')
  const first = { vmId, name: CheckpointName.parse('ISTANBUL istanbul İstanbul ısı'), notes: null }
  const { checkpointId } = await host.createCheckpoint(first, () => undefined)
  await host.renameCheckpoint({ vmId, checkpointId }, CheckpointName.parse('IİIıi 1.5 ١٢٣'))
  const named = await host.readVm(vmId)
  await host.deleteCheckpoint({ vmId, checkpointId }, () => undefined)
  const refusal = await endOf(host.deleteCheckpoint({ vmId, checkpointId }, () => undefined))
  return { names: named?.checkpoints.map(({ name }) => name), refusal }
}

function withoutUptime(vm: Vm): object {
  return { ...vm, load: { ...vm.load, uptime: vm.load.uptime === null ? null : 'some' } }
}
