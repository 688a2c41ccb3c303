import { AppError } from '#contract/errors'
import type { ErrorCode } from '#contract/errors'
import { CheckpointName, CheckpointNotes } from '#contract/inputs'
import { CheckpointId, VmId } from '#contract/model'
import type { Checkpoint, Vm } from '#contract/model'
import type { HyperVHost } from '../../../electron/core/ports.ts'
import type { SpareKind } from '../../support/host-lab.ts'
import type { OpenedHost } from '../hyperv-host.suite.ts'

/** What a test of the suite works with. */
export interface Workbench extends OpenedHost {
  /** A machine without checkpoints that no other test uses. */
  readonly spare: (kind: SpareKind) => VmId
  readonly read: (vmId: VmId) => Promise<Vm>
  /** Reads the machine again and again until it is as expected, and answers it; fails with what it was last. */
  readonly until: (vmId: VmId, isExpected: (vm: Vm) => boolean) => Promise<Vm>
  /** Until Hyper-V has nothing more to do with it. */
  readonly atRest: (vmId: VmId) => Promise<Vm>
  readonly take: (vmId: VmId, name?: string, notes?: string) => Promise<CheckpointId>
}

export const unknownVmId = VmId.parse('00000000-dead-4bad-8000-00000000beef')
export const unknownCheckpointId = CheckpointId.parse('00000000-dead-4bad-8000-00000000cafe')

export function createWorkbench(opened: OpenedHost): Workbench {
  const used = new Map<SpareKind, number>()
  const read = (vmId: VmId): Promise<Vm> => readExisting(opened.host, vmId)
  const until = (vmId: VmId, isExpected: (vm: Vm) => boolean): Promise<Vm> =>
    readUntil(() => read(vmId), isExpected)
  return {
    ...opened,
    spare: (kind) => {
      const index = used.get(kind) ?? 0
      used.set(kind, index + 1)
      const vmId = opened.lab.spare(kind)[index]
      if (vmId === undefined) throw new Error(`The lab has no spare machine “${kind}” left: add one.`)
      return vmId
    },
    read,
    until,
    atRest: (vmId) => until(vmId, (vm) => vm.activity === null),
    take: async (vmId, name, notes) => {
      const request = { vmId, name: parsedName(name), notes: parsedNotes(notes) }
      const { checkpointId } = await opened.host.createCheckpoint(request, ignoreProgress)
      return checkpointId
    },
  }
}

export function ignoreProgress(): void {
  // For tests that are about something else.
}

/** How a request ended: `done`, or the code of its failure. What is not an AppError fails the test. */
export async function endOf(request: Promise<unknown>): Promise<ErrorCode | 'done'> {
  try {
    await request
    return 'done'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** The tree by names, each with the name it hangs under, oldest first; "Now" last. */
export function treeOf(vm: Vm): readonly string[] {
  const nameOf = (id: string | null): string =>
    vm.checkpoints.find((each) => each.id === id)?.name ?? (id === null ? '–' : 'unknown')
  return [
    ...vm.checkpoints.map((each) => `${each.name} under ${nameOf(each.parentId)}`),
    `Now under ${nameOf(vm.parentCheckpointId)}`,
  ]
}

export function checkpointOf(vm: Vm, checkpointId: string): Checkpoint {
  const found = vm.checkpoints.find((each) => each.id === checkpointId)
  if (found === undefined) throw new Error(`${vm.name} has no checkpoint ${checkpointId}.`)
  return found
}

async function readExisting(host: HyperVHost, vmId: VmId): Promise<Vm> {
  const vm = await host.readVm(vmId)
  if (vm === null) throw new Error(`The host does not know ${vmId}.`)
  return vm
}

/** Milliseconds. Only a broken host needs so long. */
const patience = 20_000

async function readUntil(read: () => Promise<Vm>, isExpected: (vm: Vm) => boolean): Promise<Vm> {
  const deadline = performance.now() + patience
  for (;;) {
    const vm = await read()
    if (isExpected(vm)) return vm
    if (performance.now() > deadline) throw new Error(`Never as expected; last: ${JSON.stringify(vm)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function parsedName(name: string | undefined): CheckpointName | null {
  return name === undefined ? null : CheckpointName.parse(name)
}

function parsedNotes(notes: string | undefined): CheckpointNotes | null {
  return notes === undefined ? null : CheckpointNotes.parse(notes)
}
