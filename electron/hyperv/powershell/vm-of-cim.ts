import { z } from 'zod'
import { CheckpointId, Vm, VmId, VmState } from '#contract/model'
import { JobReply } from './activity-of-reply.ts'
import { CheckpointReply, policies } from './checkpoint-of-reply.ts'
import type { VmReply } from './vm-of-reply.ts'

const CimCheckpoint = CheckpointReply.omit({ state: true }).extend({
  /** WMI's VirtualSystemType. */
  type: z.string(),
  isSaved: z.boolean().nullable(),
})

/** A virtual machine as Read-VmOfRows.ps1 prints it: the names and numbers are WMI's own. */
export const CimVm = z.object({
  id: VmId,
  name: z.string(),
  enabledState: z.number(),
  otherEnabledState: z.string(),
  healthState: z.number(),
  operationalStatus: z.array(z.number()),
  statusDescriptions: z.array(z.string()),
  version: z.string(),
  subType: z.string(),
  createdAt: z.string().nullable(),
  notes: z.string(),
  policy: z.number(),
  automatic: z.boolean(),
  location: z.string(),
  configurationFolder: z.string(),
  replicationMode: z.number(),
  parentId: CheckpointId.nullable(),
  jobs: z.array(JobReply),
  checkpoints: z.array(CimCheckpoint),
})
export type CimVm = z.infer<typeof CimVm>

/** The same machine in the words of the cmdlets, so that both ways of reading end in one model. */
export function vmReplyOfCim(vm: CimVm): VmReply {
  const { id, name, operationalStatus, version, createdAt, notes, automatic, location } = vm
  const { configurationFolder, parentId, jobs } = vm
  return {
    ...{ id, name, operationalStatus, version, createdAt, notes, automatic, location },
    ...{ configurationFolder, parentId, jobs },
    state: `${stateOf(vm)}${vm.healthState === healthy ? '' : 'Critical'}`,
    // The first says how the machine is, what follows says what is done with it.
    status: vm.statusDescriptions.findLast((each) => each !== '') ?? '',
    generation: Number(/:SubType:(\d+)$/.exec(vm.subType)?.[1] ?? '1'),
    checkpointType: policies.get(vm.policy) ?? 'Production',
    replication: replications[vm.replicationMode] ?? 'None',
    checkpoints: vm.checkpoints.map(checkpointReplyOf),
  }
}

/** Written out field by field, for there are fifty of them to a machine, and taking an object apart costs far more. */
function checkpointReplyOf(checkpoint: z.infer<typeof CimCheckpoint>): CheckpointReply {
  return {
    id: checkpoint.id,
    name: checkpoint.name,
    parentId: checkpoint.parentId,
    createdAt: checkpoint.createdAt,
    type: snapshotTypes.get(checkpoint.type) ?? checkpoint.type,
    automatic: checkpoint.automatic,
    state: checkpoint.isSaved === null ? '' : checkpoint.isSaved ? 'Saved' : 'Off',
    policy: checkpoint.policy,
    notes: checkpoint.notes,
  }
}

const healthy = 5

/** A state that has no number of its own is "other" (1), and its name stands beside it. */
function stateOf({ enabledState, otherEnabledState }: CimVm): string {
  const named = VmState.safeParse(otherEnabledState.trim())
  return states.get(enabledState) ?? (named.success ? named.data : 'Other')
}

/** The numbers of both versions of Hyper-V's classes: Microsoft's own pages still give the older ones for some. */
const states: ReadonlyMap<number, string> = new Map([
  [2, 'Running'],
  [3, 'Off'],
  [4, 'Stopping'],
  [6, 'Saved'],
  [9, 'Paused'],
  [10, 'Starting'],
  [11, 'Reset'],
  [32_768, 'Paused'],
  [32_769, 'Saved'],
  [32_770, 'Starting'],
  [32_773, 'Saving'],
  [32_774, 'Stopping'],
  [32_776, 'Pausing'],
  [32_777, 'Resuming'],
  [32_779, 'FastSaved'],
  [32_780, 'FastSaving'],
  [32_781, 'ForceShutdown'],
  [32_782, 'ForceReboot'],
  [32_783, 'Hibernated'],
])

/** In the order of WMI's numbers. */
const replications = Vm.shape.replication.options

const snapshotTypes: ReadonlyMap<string, string> = new Map([
  ['Microsoft:Hyper-V:Snapshot:Realized', 'Standard'],
  ['Microsoft:Hyper-V:Snapshot:Recovery', 'Recovery'],
  ['Microsoft:Hyper-V:Snapshot:Planned', 'Planned'],
  ['Microsoft:Hyper-V:Snapshot:Missing', 'Missing'],
  ['Microsoft:Hyper-V:Snapshot:Replica:Standard', 'Replica'],
  ['Microsoft:Hyper-V:Snapshot:Replica:ApplicationConsistent', 'AppConsistentReplica'],
  ['Microsoft:Hyper-V:Snapshot:Replica:PlannedFailover', 'SyncedReplica'],
])
