import { z } from 'zod'
import {
  CheckpointId,
  CheckpointType,
  Vm,
  VmId,
  VmState,
  type Checkpoint,
  type VmLoad,
} from '#contract/model'
import { activityOfReply, JobReply } from './activity-of-reply.ts'
import { checkpointOfReply, CheckpointReply } from './checkpoint-of-reply.ts'
import { momentOfText } from './moment-of-text.ts'

/** A virtual machine as Read-VmByCmdlets.ps1 prints it. */
export const VmReply = z.object({
  id: VmId,
  name: z.string(),
  state: z.string(),
  operationalStatus: z.array(z.number()),
  status: z.string(),
  version: z.string(),
  generation: z.number().int(),
  createdAt: z.string().nullable(),
  notes: z.string(),
  checkpointType: CheckpointType,
  automatic: z.boolean(),
  location: z.string(),
  configurationFolder: z.string(),
  replication: z.string(),
  parentId: CheckpointId.nullable(),
  jobs: z.array(JobReply),
  checkpoints: z.array(CheckpointReply),
})
export type VmReply = z.infer<typeof VmReply>

/** Made once: a schema costs far more to make than to ask. */
const Replication = Vm.shape.replication.catch('None')
const StateOrOther = VmState.catch('Other')

/** What changes all the time, apart from the rest: percent of the processors, bytes, milliseconds. */
export const Figures = z.tuple([z.number().nonnegative(), z.number().nonnegative(), z.number().nonnegative()])
export type Figures = z.infer<typeof Figures>

export function vmOfReply(reply: VmReply, figures: Figures): Vm {
  const checkpoints = inOrder(reply.checkpoints.map((each) => checkpointOfReply(each, reply.id)))
  const ids = new Set(checkpoints.map((each) => each.id))
  const known = (id: CheckpointId | null): CheckpointId | null => (id !== null && ids.has(id) ? id : null)
  return {
    id: reply.id,
    name: reply.name,
    state: stateOf(reply.state),
    isCritical: reply.state.endsWith(criticalSuffix),
    activity: activityOfReply(reply.operationalStatus, reply.jobs),
    statusText: isWell(reply.operationalStatus) ? '' : reply.status,
    load: loadOf(stateOf(reply.state), figures),
    version: reply.version,
    generation: reply.generation,
    createdAt: momentOfText(reply.createdAt),
    notes: reply.notes,
    policy: { type: reply.checkpointType, automatic: reply.automatic, location: reply.location },
    configurationFolder: reply.configurationFolder,
    replication: Replication.parse(reply.replication),
    parentCheckpointId: known(reply.parentId),
    checkpoints: checkpoints.map((each) =>
      known(each.parentId) === each.parentId ? each : { ...each, parentId: null },
    ),
  }
}

/** Hyper-V Manager shows no status while all is well; the cmdlets have a text for that too, in the host's language. */
function isWell([first, ...more]: readonly number[]): boolean {
  return first === operatingNormally && more.length === 0
}

const operatingNormally = 2

/** Hyper-V says 0 of a machine that is off, which Hyper-V Manager leaves empty. */
export function loadOf(state: VmState, [cpuUsage, memoryAssigned, uptime]: Figures): VmLoad {
  const isOn = state !== 'Off' && state !== 'Saved'
  return isOn ? { cpuUsage, memoryAssigned, uptime } : { cpuUsage: null, memoryAssigned: null, uptime: null }
}

/** Oldest first. Two of the same moment stay in one order, in whichever the host tells them. */
function inOrder(checkpoints: readonly Checkpoint[]): readonly Checkpoint[] {
  return checkpoints.toSorted((a, b) => byText(a.createdAt ?? '', b.createdAt ?? '') || byText(a.id, b.id))
}

function byText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** Hyper-V marks a machine whose storage is in trouble by this ending of its state. */
const criticalSuffix = 'Critical'

function stateOf(name: string): VmState {
  const state = name.endsWith(criticalSuffix) ? name.slice(0, -criticalSuffix.length) : name
  return StateOrOther.parse(sameForUs.get(state) ?? state)
}

/** States that only some versions of Windows have, and that differ from their neighbours in nothing that we do. */
const sameForUs: ReadonlyMap<string, VmState> = new Map([
  ['FastSaved', 'Saved'],
  ['FastSaving', 'Saving'],
  ['ForceShutdown', 'Stopping'],
  ['ForceReboot', 'Reset'],
])
