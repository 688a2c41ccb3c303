import type { Checkpoint, CheckpointId, HostStatus, Operation, OperationId, Vm, VmId } from '#contract/model'

/** Ids are branded where they are parsed; examples are written by hand and parsed by nobody. */
export function vmId(number: number): VmId {
  return guid(1, number) as VmId
}

export function checkpointId(number: number): CheckpointId {
  return guid(2, number) as CheckpointId
}

function operationId(number: number): OperationId {
  return guid(3, number) as OperationId
}

function guid(family: number, number: number): string {
  return `${String(family).repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export const host: HostStatus = {
  kind: 'hyper-v',
  name: 'HV-LAB',
  connection: 'live',
  problem: null,
  description: 'Windows PowerShell 5.1',
  demoReason: null,
  pathStyle: 'windows',
  readAt: '2026-11-21T10:00:00Z',
}

export function exampleCheckpoint(number: number, changes: Partial<Checkpoint> = {}): Checkpoint {
  return {
    id: checkpointId(number),
    vmId: vmId(1),
    name: `Checkpoint ${String(number)}`,
    parentId: null,
    createdAt: `2026-11-1${String(number % 10)}T09:00:00Z`,
    category: 'user',
    isSaved: false,
    policyWhenTaken: 'Production',
    notes: '',
    ...changes,
  }
}

export function exampleVm(number: number, changes: Partial<Vm> = {}): Vm {
  return {
    id: vmId(number),
    name: `VM-${String(number)}`,
    state: 'Running',
    isCritical: false,
    activity: null,
    statusText: 'Operating normally',
    load: { cpuUsage: 2, memoryAssigned: 8_589_934_592, uptime: 9_302_000 },
    version: '11.0',
    generation: 2,
    createdAt: '2026-01-05T08:00:00Z',
    notes: '',
    policy: { type: 'Production', automatic: false, location: 'D:\\Virtual Machines' },
    configurationFolder: 'D:\\Virtual Machines',
    replication: 'None',
    parentCheckpointId: null,
    checkpoints: [],
    ...changes,
  }
}

/** "Clean install" with "Office and tools installed" under it, where Now hangs, and a branch beside. */
export function vmWithTree(changes: Partial<Vm> = {}): Vm {
  const clean = exampleCheckpoint(1, { name: 'Clean install' })
  const office = exampleCheckpoint(2, {
    name: 'Office and tools installed',
    parentId: clean.id,
    isSaved: true,
    policyWhenTaken: 'Standard',
    notes: 'Before trying the beta driver',
  })
  const before = exampleCheckpoint(3, {
    name: 'Before KB5049981',
    parentId: office.id,
    isSaved: true,
  })
  const automatic = exampleCheckpoint(4, {
    name: 'Automatic Checkpoint - WIN11-TEST',
    parentId: clean.id,
    category: 'automatic',
  })
  return exampleVm(1, {
    name: 'WIN11-TEST',
    checkpoints: [clean, office, before, automatic],
    parentCheckpointId: office.id,
    ...changes,
  })
}

export function exampleOperation(number: number, changes: Partial<Operation> = {}): Operation {
  return {
    id: operationId(number),
    kind: 'create-checkpoint',
    vmId: vmId(1),
    vmName: 'WIN11-TEST',
    checkpointId: null,
    checkpointName: null,
    state: 'running',
    isKeepingCurrent: false,
    isRecovered: false,
    percent: null,
    undo: null,
    startedAt: `2026-11-21T10:00:${String(number).padStart(2, '0')}Z`,
    endedAt: null,
    error: null,
    remark: null,
    ...changes,
  }
}
