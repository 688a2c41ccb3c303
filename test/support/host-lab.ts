import { VmId } from '#contract/model'
import type { CheckpointType, VmState } from '#contract/model'
import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'

/** What a suite over a host knows of the simulated host behind it. */
export interface HostLab {
  readonly vms: readonly SimulatedVm[]
  /** Machines that the suite only reads, or that refuse what it asks of them. */
  readonly role: Readonly<Record<keyof typeof labVmId | 'atLimit' | 'productionOnly', VmId>>
  /** Machines without a checkpoint, for one test each to work on. */
  readonly spare: Readonly<Record<SpareKind, readonly VmId[]>>
}

export type SpareKind = keyof typeof spareMachines

/** The demo's lab, and beside it machines to work on. */
export function createHostLab(now: number): HostLab {
  const spare = sparesOf()
  const machines = [...extraMachines, ...Object.values(spare).flat()]
  return {
    vms: [...createLab(now), ...machines.map((machine) => labMachine(machine, now))],
    role: roles,
    spare: {
      running: idsOf(spare.running),
      standard: idsOf(spare.standard),
      withoutBackupService: idsOf(spare.withoutBackupService),
      off: idsOf(spare.off),
      saved: idsOf(spare.saved),
      paused: idsOf(spare.paused),
      automatic: idsOf(spare.automatic),
    },
  }
}

const spareMachines = {
  running: spareOf('Running', 'Production', 16),
  standard: spareOf('Running', 'Standard', 6),
  withoutBackupService: {
    ...spareOf('Running', 'Production', 2),
    vss: { enabled: true, status: 'NoContact' },
  },
  off: spareOf('Off', 'Production', 24),
  saved: spareOf('Saved', 'Production', 3),
  paused: spareOf('Paused', 'Standard', 3),
  automatic: { ...spareOf('Off', 'Production', 2), automaticCheckpoints: true },
} as const

function spareOf(
  state: VmState,
  checkpointType: CheckpointType,
  count: number,
): { readonly state: VmState; readonly checkpointType: CheckpointType; readonly count: number } {
  return { state, checkpointType, count }
}

function sparesOf(): Readonly<Record<SpareKind, readonly LabMachine[]>> {
  const of = (kind: SpareKind): readonly LabMachine[] => {
    const { count, ...machine } = spareMachines[kind]
    const kindNumber = Object.keys(spareMachines).indexOf(kind)
    return Array.from({ length: count }, (_, index) => ({
      ...machine,
      id: `5a7e00ff-1c0d-4e5a-9b02-0000000b${digits(kindNumber)}${digits(index)}`,
      name: `Spare ${kind} ${String(index + 1)}`,
    }))
  }
  return {
    running: of('running'),
    standard: of('standard'),
    withoutBackupService: of('withoutBackupService'),
    off: of('off'),
    saved: of('saved'),
    paused: of('paused'),
    automatic: of('automatic'),
  }
}

function digits(number: number): string {
  return number.toString(16).padStart(2, '0')
}

function idsOf(machines: readonly LabMachine[]): readonly VmId[] {
  return machines.map((machine) => VmId.parse(machine.id))
}

const atLimitId = '5a7e00fe-1c0d-4e5a-9b02-00000000c001'
const productionOnlyId = '5a7e00fe-1c0d-4e5a-9b02-00000000c002'

const extraMachines: readonly LabMachine[] = [
  {
    id: atLimitId,
    name: 'AT-LIMIT',
    state: 'Off',
    past: Array.from({ length: 50 }, (_, index) => ({
      take: `Number ${String(index + 1)}`,
      ago: (50 - index) * 60_000,
      grew: 0.1,
    })),
  },
  {
    id: productionOnlyId,
    name: 'Production only, and no backup service that answers',
    state: 'Running',
    checkpointType: 'ProductionOnly',
    vss: { enabled: false, status: 'NoContact' },
  },
]

const roles: HostLab['role'] = {
  domainController: VmId.parse(labVmId.domainController),
  database: VmId.parse(labVmId.database),
  webServer: VmId.parse(labVmId.webServer),
  tester: VmId.parse(labVmId.tester),
  buildAgent: VmId.parse(labVmId.buildAgent),
  legacy: VmId.parse(labVmId.legacy),
  ubuntu: VmId.parse(labVmId.ubuntu),
  disabled: VmId.parse(labVmId.disabled),
  replica: VmId.parse(labVmId.replica),
  fileServer: VmId.parse(labVmId.fileServer),
  archive: VmId.parse(labVmId.archive),
  critical: VmId.parse(labVmId.critical),
  quoted: VmId.parse(labVmId.quoted),
  gpu: VmId.parse(labVmId.gpu),
  atLimit: VmId.parse(atLimitId),
  productionOnly: VmId.parse(productionOnlyId),
}
