import type { Checkpoint, CheckpointId, Vm, VmId } from '#contract/model'

/** As many checkpoints as Hyper-V allows on a machine hang together; there are as many such trees as it takes. */
const together = 50

/** A machine with so many checkpoints, as no host has it: a measure for what the drawing itself costs. */
export function largeTree(rows: number): Vm {
  const checkpoints = Array.from({ length: rows - 1 }, (_, index) => checkpointOf(index))
  return { ...machine, checkpoints, parentCheckpointId: checkpoints[0]?.id ?? null }
}

/** Most hang under the one before; every tenth begins a branch. */
function checkpointOf(index: number): Checkpoint {
  const place = index % together
  const parent = place % 10 === 9 ? index - 5 : index - 1
  return {
    id: idOf(index),
    vmId: machine.id,
    name: `SHOP-${String(index).padStart(6, '0')} - (${momentOf(index)})`,
    parentId: place === 0 ? null : idOf(parent),
    createdAt: momentOf(index),
    category: index % 25 === 0 ? 'automatic' : 'user',
    isSaved: index % 2 === 0,
    policyWhenTaken: 'Production',
    notes: `Before update ${String(index % 977)}`,
  }
}

function momentOf(index: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString()
}

/** Branded where it is parsed; these are parsed by nobody. */
function idOf(index: number): CheckpointId {
  return `5a7e0001-0000-4e5a-9b02-${index.toString(16).padStart(12, '0')}` as CheckpointId
}

const machine: Vm = {
  id: '5a7e0000-0000-4e5a-9b02-000000000000' as VmId,
  name: 'LARGE',
  state: 'Running',
  isCritical: false,
  activity: null,
  statusText: 'Operating normally',
  load: { cpuUsage: 2, memoryAssigned: 4_294_967_296, uptime: 3_600_000 },
  version: '11.0',
  generation: 2,
  createdAt: '2026-01-01T00:00:00Z',
  notes: '',
  policy: { type: 'Production', automatic: false, location: 'D:\\Hyper-V' },
  configurationFolder: 'D:\\Hyper-V',
  replication: 'None',
  parentCheckpointId: null,
  checkpoints: [],
}
