import { assertNever } from '#contract/errors'
import type { Operation, Vm, VmActivity, VmState } from '#contract/model'
import type { Wish } from './wish.ts'

/** Hyper-V goes on with what it has begun, whether or not anybody waits for the answer. */
export function isUnderWay(wish: Wish, now: Vm): boolean {
  if (now.activity !== null && isActivityOf(wish.kind, now.activity.kind)) return true
  return changesState.has(wish.kind) && passingStates.has(now.state)
}

/** Whether Hyper-V shows this while it does what was wished. */
export function isActivityOf(kind: Operation['kind'], activity: VmActivity['kind']): boolean {
  return activitiesOf(kind).includes(activity)
}

function activitiesOf(kind: Operation['kind']): readonly VmActivity['kind'][] {
  switch (kind) {
    case 'create-checkpoint':
      return ['creating-checkpoint']
    case 'apply-checkpoint':
    case 'revert':
      return ['creating-checkpoint', 'applying-checkpoint']
    case 'export-checkpoint':
      return ['exporting']
    case 'delete-checkpoint':
    case 'delete-checkpoint-subtree':
      return ['deleting-checkpoint']
    case 'start':
      // A start may take an automatic checkpoint first.
      return ['waiting-to-start', 'creating-checkpoint']
    case 'shut-down':
    case 'turn-off':
    case 'save':
    case 'pause':
    case 'resume':
    case 'rename-checkpoint':
    case 'change-checkpoint-notes':
    case 'change-checkpoint-policy':
    case 'enable-backup-service':
      return []
    default:
      return assertNever(kind)
  }
}

const changesState: ReadonlySet<Wish['kind']> = new Set<Wish['kind']>([
  'apply-checkpoint',
  'revert',
  'start',
  'shut-down',
  'turn-off',
  'save',
  'pause',
  'resume',
])

const passingStates: ReadonlySet<VmState> = new Set<VmState>([
  'Starting',
  'Stopping',
  'Saving',
  'Pausing',
  'Resuming',
  'Reset',
])
