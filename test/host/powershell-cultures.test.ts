import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { CheckpointName } from '#contract/inputs'
import type { Vm } from '#contract/model'
import { hostChanges } from '../../electron/hyperv/powershell/host-changes.ts'
import { vmOfAnswer } from '../../electron/hyperv/powershell/list-of-reply.ts'
import type { Parameters } from '../../electron/hyperv/powershell/request-line.ts'
import type { Session } from '../../electron/hyperv/powershell/session.ts'
import type { Verb } from '../../electron/hyperv/powershell/verbs.ts'
import { createVmReader } from '../../electron/hyperv/powershell/vm-reader.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { openStandInSession, type StandInSession } from '../stand-in/open-stand-in-session.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { createHostLab } from '../support/host-lab.ts'
import { endOf, ignoreProgress } from './suite/workbench.ts'

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

/** Each on a simulation of its own, which all begin alike, and in one PowerShell. */
async function allOf(culture: string): Promise<Told> {
  const { session } = await open(culture)
  // Other systems take their culture from elsewhere, and all of them are one there.
  if (process.platform === 'linux') expect((await session.hello()).culture).toBe(culture)
  const { vms, unread } = await createVmReader(() => session.run, systemClock).readAll()
  // In which order things are told is a culture’s own, and nothing goes by it.
  const asked = async (verb: Verb, parameters: Parameters): Promise<readonly [string, unknown]> => {
    const { parts, value } = await session.run(verb, parameters)
    return [verb, [...parts, value].map((each) => JSON.stringify(each)).toSorted()]
  }
  return new Map<string, unknown>([
    ['unread', unread],
    ...vms.map((vm) => [vm.name, withoutUptime(vm)] as const),
    await asked('vm-details', { vmId: tester }),
    await asked('costs', { vmId: fileServer }),
    await asked('storage', {}),
    await asked('readiness', { vmId: fileServer }),
    ['changes', await changed(session.run)],
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

/** By the variable from which .NET takes its culture on Linux. */
function open(culture: string): Promise<StandInSession> {
  return openStandInSession(powershell ?? '', lab.vms, { LC_ALL: `${culture.replace('-', '_')}.UTF-8` })
}

/** What is named with every i that there is, and what is refused by its kind alone. */
async function changed(run: Session['run']): Promise<unknown> {
  const changes = hostChanges(run)
  const [vmId] = lab.spare('off')
  if (vmId === undefined) throw new Error('The lab has no spare machine that is off.')
  const request = { vmId, name: CheckpointName.parse('ISTANBUL istanbul İstanbul ısı'), notes: null }
  const { checkpointId } = await changes.createCheckpoint(request, ignoreProgress)
  await changes.renameCheckpoint({ vmId, checkpointId }, CheckpointName.parse('İIıi 1.5 ١٢٣'))
  const named = vmOfAnswer((await run('read-vm', { vmId })).value)
  await changes.deleteCheckpoint({ vmId, checkpointId }, ignoreProgress)
  const refusal = await endOf(changes.deleteCheckpoint({ vmId, checkpointId }, ignoreProgress))
  return { names: named.checkpoints.map(({ name }) => name), refusal }
}

function withoutUptime(vm: Vm): object {
  return { ...vm, load: { ...vm.load, uptime: vm.load.uptime === null ? null : 'some' } }
}
