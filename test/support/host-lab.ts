import { VmId } from '#contract/model'
import type { VmState } from '#contract/model'
import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'

/** What a suite over a host knows of the simulated host behind it. */
export interface HostLab {
  readonly vms: readonly SimulatedVm[]
  /** Machines that the suite only reads, or that refuse what it asks of them. */
  readonly role: Readonly<Record<Role, VmId>>
  /** Machines without a checkpoint, for one test each to work on. */
  readonly spare: (kind: SpareKind) => readonly VmId[]
  /** One without a checkpoint in each state at rest, with each kind of backup service. */
  readonly resting: (state: RestingState, service: ServiceKind) => VmId
}

export const restingStates = ['Running', 'Off', 'Saved', 'Paused', 'Hibernated'] as const satisfies VmState[]
export type RestingState = (typeof restingStates)[number]
export type ServiceKind = keyof typeof services

export type SpareKind = keyof typeof spares
type Role = keyof typeof roleIds

/** The demo's lab, and beside it machines to work on. */
export function createHostLab(now: number): HostLab {
  const machines = [...extraMachines, ...spareKinds.flatMap(sparesOf), ...restingMachines]
  return {
    vms: [...createLab(now), ...machines.map((machine) => labMachine(machine, now))],
    role: roles,
    spare: (kind) => sparesOf(kind).map((machine) => VmId.parse(machine.id)),
    resting: (state, service) => VmId.parse(restingId(state, service)),
  }
}

const spares = {
  running: { count: 18, state: 'Running' },
  standard: { count: 9, state: 'Running', checkpointType: 'Standard' },
  withoutBackupService: { count: 3, state: 'Running', vss: { enabled: true, status: 'NoContact' } },
  backupServiceOff: {
    count: 1,
    state: 'Running',
    checkpointType: 'ProductionOnly',
    vss: { enabled: false, status: 'Ok' },
  },
  off: { count: 32, state: 'Off' },
  saved: { count: 3, state: 'Saved' },
  paused: { count: 3, state: 'Paused', checkpointType: 'Standard' },
  automatic: { count: 2, state: 'Off', automaticCheckpoints: true },
} as const satisfies Readonly<Record<string, { readonly count: number } & Omit<LabMachine, 'id' | 'name'>>>

const spareKinds: readonly SpareKind[] = [
  'running',
  'standard',
  'withoutBackupService',
  'backupServiceOff',
  'off',
  'saved',
  'paused',
  'automatic',
]

function sparesOf(kind: SpareKind): readonly LabMachine[] {
  const { count, ...machine } = spares[kind]
  return Array.from({ length: count }, (_, index) => ({
    ...machine,
    id: `5a7e00ff-1c0d-4e5a-9b02-0000000b${digits(spareKinds.indexOf(kind))}${digits(index)}`,
    name: `Spare ${kind} ${String(index + 1)}`,
  }))
}

function digits(number: number): string {
  return number.toString(16).padStart(2, '0')
}

const services = {
  answering: { enabled: true, status: 'Ok' },
  degraded: { enabled: true, status: 'Degraded' },
  silent: { enabled: true, status: 'NoContact' },
  turnedOff: { enabled: false, status: 'Ok' },
} as const satisfies Readonly<Record<string, SimulatedVm['vss']>>

export const serviceKinds: readonly ServiceKind[] = ['answering', 'degraded', 'silent', 'turnedOff']

const restingMachines = restingStates.flatMap((state) =>
  serviceKinds.map((service): LabMachine => ({
    id: restingId(state, service),
    name: `${state}, backup service ${service}`,
    state,
    vss: services[service],
  })),
)

function restingId(state: RestingState, service: ServiceKind): string {
  return `5a7e00ff-1c0d-4e5a-9b02-0000000e${digits(restingStates.indexOf(state))}${digits(serviceKinds.indexOf(service))}`
}

const roleIds = {
  ...labVmId,
  atLimit: '5a7e00fe-1c0d-4e5a-9b02-00000000c001',
  productionOnly: '5a7e00fe-1c0d-4e5a-9b02-00000000c002',
  clustered: '5a7e00fe-1c0d-4e5a-9b02-00000000c003',
} as const

const extraMachines: readonly LabMachine[] = [
  {
    id: roleIds.atLimit,
    name: 'AT-LIMIT',
    state: 'Off',
    past: Array.from({ length: 50 }, (_, index) => ({
      take: `Number ${String(index + 1)}`,
      ago: (50 - index) * 60_000,
      grew: 0.1,
    })),
  },
  {
    id: roleIds.productionOnly,
    name: 'Production only, and no backup service that answers',
    state: 'Running',
    checkpointType: 'ProductionOnly',
    vss: { enabled: false, status: 'NoContact' },
  },
  {
    id: roleIds.clustered,
    name: 'NODE-1 of a cluster',
    state: 'Running',
    isClustered: true,
    heartbeat: 'OkApplicationsCritical',
    baseDisks: [
      { file: 'NODE-1.vhdx', gigabytes: 20, of: 127 },
      { file: 'Witness.vhdx', gigabytes: 0.1, of: 1, isShared: true },
    ],
  },
]

const roles: HostLab['role'] = {
  domainController: VmId.parse(roleIds.domainController),
  database: VmId.parse(roleIds.database),
  webServer: VmId.parse(roleIds.webServer),
  tester: VmId.parse(roleIds.tester),
  buildAgent: VmId.parse(roleIds.buildAgent),
  legacy: VmId.parse(roleIds.legacy),
  ubuntu: VmId.parse(roleIds.ubuntu),
  disabled: VmId.parse(roleIds.disabled),
  replica: VmId.parse(roleIds.replica),
  fileServer: VmId.parse(roleIds.fileServer),
  archive: VmId.parse(roleIds.archive),
  critical: VmId.parse(roleIds.critical),
  quoted: VmId.parse(roleIds.quoted),
  gpu: VmId.parse(roleIds.gpu),
  portal: VmId.parse(roleIds.portal),
  ledger: VmId.parse(roleIds.ledger),
  nightly: VmId.parse(roleIds.nightly),
  atLimit: VmId.parse(roleIds.atLimit),
  productionOnly: VmId.parse(roleIds.productionOnly),
  clustered: VmId.parse(roleIds.clustered),
}
