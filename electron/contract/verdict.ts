import { type Refusal, createCheckpointRefusal } from './eligibility.ts'
import { assertNever } from './errors.ts'
import type { CheckpointType, Vm, VmState } from './model.ts'
import type { BackupService, Readiness } from './readiness.ts'

/**
 * What a checkpoint taken now would be. Pure, and no zod in here: the window says it beside the button, the tray in its
 * menu, and what was said is compared with what came of it.
 */
export type Verdict =
  /** The guest is asked to bring its data in order. No memory; after it is applied the machine is off. */
  | { readonly kind: 'production' }
  /** With memory, as the machine is at that moment. */
  | { readonly kind: 'standard'; readonly why: StandardReason }
  /** Nothing runs, so there is no memory to hold and nothing to bring in order: the disks alone. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly remedies: readonly VerdictRemedy[] }
  /** It depends on the guest, of which nothing is known yet: production, or this where the guest can’t make one. */
  | { readonly kind: 'open'; readonly otherwise: 'standard' | 'refused' }

/** `policy`: that is what was asked for. All others: production was asked for and is not possible. */
export type StandardReason =
  'policy' | 'saved' | 'paused' | 'hibernated' | 'service-disabled' | 'service-silent' | 'service-absent'

/** What the app itself can do, so that the checkpoint becomes possible. */
export type VerdictRemedy = 'enable-checkpoints' | 'enable-backup-service' | 'allow-standard'

/**
 * `readiness` is null while nothing is known of it. `type` is the kind for this one checkpoint, where another than the
 * machine's policy was chosen; a machine whose checkpoints are disabled gets none of either kind.
 */
export function verdictOf(
  vm: Vm,
  readiness: Readiness | null,
  type: CheckpointType = vm.policy.type,
): Verdict {
  const asked = vm.policy.type === 'Disabled' ? vm : { ...vm, policy: { ...vm.policy, type } }
  const refusal = createCheckpointRefusal(asked)
  if (refusal !== null) return { kind: 'refused', refusal, remedies: remediesFor(asked) }
  if (readiness?.hasGpuPartition === true) return { kind: 'refused', refusal: gpuRefusal(vm), remedies: [] }
  if (vm.state === 'Off') return { kind: 'offline' }
  if (asked.policy.type === 'Standard') return { kind: 'standard', why: 'policy' }
  return productionVerdict(asked, readiness?.backupService ?? 'unknown')
}

/** Production is asked for and is not possible, and standard will come instead. */
export function isFallback(verdict: Verdict): boolean {
  return verdict.kind === 'standard' && verdict.why !== 'policy'
}

function productionVerdict(vm: Vm, service: BackupService): Verdict {
  const resting = restingReasons[vm.state]
  if (resting !== undefined) return { kind: 'standard', why: resting }
  const why = serviceReason(service)
  if (why === null) return { kind: 'production' }
  const mayFallBack = vm.policy.type === 'Production'
  if (why === 'unknown') return { kind: 'open', otherwise: mayFallBack ? 'standard' : 'refused' }
  if (mayFallBack) return { kind: 'standard', why }
  const remedies: readonly VerdictRemedy[] =
    why === 'service-disabled' ? ['enable-backup-service', 'allow-standard'] : ['allow-standard']
  return { kind: 'refused', refusal: productionOnlyRefusal(vm, why), remedies }
}

const restingReasons: Partial<Readonly<Record<VmState, StandardReason>>> = {
  Saved: 'saved',
  Paused: 'paused',
  Hibernated: 'hibernated',
}

type ServiceReason = Extract<StandardReason, `service-${string}`>

/** Null where it answers; a degraded one still does. */
function serviceReason(service: BackupService): ServiceReason | 'unknown' | null {
  switch (service) {
    case 'ok':
    case 'degraded':
      return null
    case 'silent':
      return 'service-silent'
    case 'disabled':
      return 'service-disabled'
    case 'absent':
      return 'service-absent'
    case 'unknown':
      return 'unknown'
    default:
      return assertNever(service)
  }
}

function remediesFor({ policy, state }: Vm): readonly VerdictRemedy[] {
  if (policy.type === 'Disabled') return ['enable-checkpoints']
  return policy.type === 'ProductionOnly' && restingReasons[state] !== undefined ? ['allow-standard'] : []
}

const serviceWords: Readonly<Record<ServiceReason, string>> = {
  'service-disabled': 'its backup service is turned off',
  'service-silent': 'its backup service does not answer',
  'service-absent': 'it has no backup service',
}

function productionOnlyRefusal(vm: Vm, why: ServiceReason): Refusal {
  return {
    code: 'wrong-state',
    message: `${vm.name} is set to production checkpoints only, and ${serviceWords[why]}. Turn the service on, or allow standard checkpoints in its Settings.`,
  }
}

function gpuRefusal(vm: Vm): Refusal {
  return {
    code: 'not-allowed',
    message: `${vm.name} has a GPU partition, and Hyper-V takes no checkpoint of such a machine. Remove the partition first.`,
  }
}
