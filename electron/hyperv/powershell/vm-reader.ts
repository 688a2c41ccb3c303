import type { Failure } from '#contract/errors'
import type { Vm, VmId } from '#contract/model'
import type { Clock, HostReading, VmReadings } from '../../core/ports.ts'
import { listEndOf, listPartOf, type ListEnd, type ListPart } from './list-of-reply.ts'
import type { Session } from './session.ts'
import { loadOf, type Figures } from './vm-of-reply.ts'

/** Reads all virtual machines. PowerShell tells what changed, so what did not is the same object as the time before. */
export interface VmReader {
  /** `onVm` gets each machine that is new or changed as soon as it is read. */
  readonly readAll: (onVm?: (vm: Vm) => void) => Promise<VmReadings>
  /** Which way the list was read last; null before that. */
  readonly reading: () => HostReading | null
}

interface Told {
  readonly vm: Vm
  /** On the monotonic clock, so that we know how long it has been up since. */
  readonly toldAt: number
}

export function createVmReader(run: () => Session['run'], clock: Clock): VmReader {
  const told = new Map<VmId, Told>()
  /** What we did not understand stays unread until it is told again. */
  const broken = new Map<VmId, Failure>()
  /** After a fresh session has begun to tell everything: those it has not told yet. */
  let untold = new Set<VmId>()
  let asksAfresh = false
  let reading: HostReading | null = null

  const forget = (vmId: VmId): void => {
    told.delete(vmId)
    broken.delete(vmId)
  }
  const takeVm = (vm: Vm): void => {
    untold.delete(vm.id)
    broken.delete(vm.id)
    told.set(vm.id, { vm, toldAt: clock.monotonic() })
  }
  const takeFigures = (figures: ReadonlyMap<VmId, Figures>): void => {
    const toldAt = clock.monotonic()
    for (const [vmId, each] of figures) {
      const vm = told.get(vmId)?.vm
      if (vm !== undefined) told.set(vmId, { vm: { ...vm, load: loadOf(vm.state, each) }, toldAt })
    }
  }
  const takeFailure = ({ kind, vmId, failure }: Extract<ListPart, { readonly vmId: unknown }>): void => {
    // Nothing says whom it was about, so nobody can be said to be missing until all are told again.
    if (vmId === null) asksAfresh ||= kind === 'broken'
    else {
      untold.delete(vmId)
      forget(vmId)
      if (kind === 'broken') broken.set(vmId, failure)
    }
  }

  async function endOfList(take: (part: unknown) => void): Promise<ListEnd> {
    const wasAskedAfresh = asksAfresh
    asksAfresh = false
    try {
      const parameters = wasAskedAfresh ? { afresh: true } : {}
      return listEndOf((await run()('list', parameters, undefined, take)).value)
    } catch (error) {
      // Nobody can say how much of it was told.
      asksAfresh ||= wasAskedAfresh
      throw error
    }
  }

  async function readAll(onVm?: (vm: Vm) => void): Promise<VmReadings> {
    const unread: VmReadings['unread'][number][] = []
    const take = (value: unknown): void => {
      const part = listPartOf(value)
      if (part.kind === 'afresh') {
        untold = new Set([...told.keys(), ...broken.keys()])
        // After a loss in the middle all is told again, and what could not be read then may well be now.
        unread.length = 0
      } else if (part.kind === 'figures') takeFigures(part.figures)
      else if (part.kind === 'vm') {
        takeVm(part.vm)
        onVm?.(part.vm)
      } else {
        takeFailure(part)
        if (part.kind === 'unread' || part.vmId === null) unread.push(part)
      }
    }
    const end = await endOfList(take)
    reading = end.reading
    for (const vmId of [...end.removed, ...untold]) forget(vmId)
    untold = new Set()
    return {
      vms: [...told.values()].map((each) => upToDate(each, clock)),
      unread: [...unread, ...[...broken].map(([vmId, failure]) => ({ vmId, failure }))],
    }
  }
  return { readAll, reading: () => reading }
}

/** PowerShell says nothing of a machine that only has been up for longer. */
function upToDate({ vm, toldAt }: Told, clock: Clock): Vm {
  const since = Math.round(clock.monotonic() - toldAt)
  const { uptime } = vm.load
  // A machine that was just told, or does not run, is the very same object.
  if (uptime === null || uptime === 0 || since < shortest || !runs(vm)) return vm
  return { ...vm, load: { ...vm.load, uptime: uptime + since } }
}

/** Milliseconds; less makes no difference to anybody. */
const shortest = 1_000

function runs({ state }: Vm): boolean {
  return state === 'Running'
}
