import { defaultAppSettings } from '#contract/default-settings'
import { type HostStatus, type Vm, VmId } from '#contract/model'
import type { TrayFacts } from '#contract/tray-facts'
import { exampleVm } from './example-vm.ts'

/** The n-th machine of a host: a running one without checkpoints, but for what the test says. */
export function trayVm(n: number, change: Partial<Vm> = {}): Vm {
  return exampleVm({ id: trayVmId(n), name: `VM${String(n)}`, ...change })
}

export function trayVmId(n: number): VmId {
  return VmId.parse(`11111111-1111-4111-8111-${String(n).padStart(12, '0')}`)
}

export function exampleStatus(change: Partial<HostStatus> = {}): HostStatus {
  return {
    kind: 'hyper-v',
    name: 'HYPERV01',
    connection: 'live',
    problem: null,
    description: 'Windows PowerShell 5.1',
    demoReason: null,
    pathStyle: 'windows',
    readAt: '2026-11-21T09:00:00.000Z',
    ...change,
  }
}

/** A host that answers, without machines, but for what the test says. */
export function trayFacts({
  settings,
  ...change
}: Partial<Omit<TrayFacts, 'settings'>> & {
  readonly settings?: Partial<TrayFacts['settings']>
} = {}): TrayFacts {
  return {
    status: exampleStatus(),
    vms: [],
    records: [],
    operations: [],
    readiness: new Map(),
    now: Date.parse('2026-11-21T09:00:00.000Z'),
    ...change,
    settings: { ...defaultAppSettings, ...settings },
  }
}
