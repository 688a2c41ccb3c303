import { deleteRefusal } from '#contract/eligibility'
import type { HealthFinding } from '#contract/health-finding'
import type { Checkpoint, Vm, VmId } from '#contract/model'

/** One thing that is done to one machine. */
export interface RemedyStep {
  readonly id: string
  readonly kind: 'end-automatic' | 'delete' | 'mark-read'
  readonly vm: Vm
  /** Null where it is the machine’s settings that change. */
  readonly checkpoint: Checkpoint | null
  /** Why it can’t be done, so that it is left out; null where it can. */
  readonly refusal: string | null
}

/** Whether the app itself can do something about it. */
export function isRemediable({ remedy }: HealthFinding): boolean {
  return remedy === 'delete' || remedy === 'end-automatic' || remedy === 'mark-read'
}

/** Pure: what the remedies of these findings come to, each thing once, a machine after the other. */
export function remedyPlan(
  findings: readonly HealthFinding[],
  vms: ReadonlyMap<VmId, Vm>,
): readonly RemedyStep[] {
  const steps = findings.flatMap((finding) => stepsFor(finding, vms))
  const once = [...new Map(steps.map((step) => [step.id, step])).values()]
  const machines = [...new Set(once.map(({ vm }) => vm))]
  return machines.flatMap((vm) =>
    orders.flatMap((kind) => once.filter((step) => step.vm === vm && step.kind === kind)),
  )
}

/** Automatic checkpoints are turned off before one is deleted, so that none takes its place. */
const orders: readonly RemedyStep['kind'][] = ['end-automatic', 'mark-read', 'delete']

function stepsFor(
  { subject, remedy, checkpoints }: HealthFinding,
  vms: ReadonlyMap<VmId, Vm>,
): readonly RemedyStep[] {
  const vm = 'vmId' in subject ? vms.get(subject.vmId) : undefined
  if (vm === undefined) return []
  const concerned = vm.checkpoints.filter(({ id }) => checkpoints.includes(id))
  switch (remedy) {
    case 'end-automatic':
      return [step('end-automatic', vm, null), ...concerned.map((each) => step('delete', vm, each))]
    case 'delete':
    case 'mark-read':
      return concerned.map((each) => step(remedy, vm, each))
    case 'settings':
    case 'help':
    case 'wait':
    case null:
      return []
  }
}

/** Of one checkpoint, whyever it goes. */
export function deleteStep(vm: Vm, checkpoint: Checkpoint): RemedyStep {
  return step('delete', vm, checkpoint)
}

function step(kind: RemedyStep['kind'], vm: Vm, checkpoint: Checkpoint | null): RemedyStep {
  const refused = kind === 'delete' && checkpoint !== null ? deleteRefusal(vm, checkpoint) : null
  const id = [kind, vm.id, checkpoint?.id ?? ''].join(' ')
  return { id, kind, vm, checkpoint, refusal: refused?.message ?? null }
}
