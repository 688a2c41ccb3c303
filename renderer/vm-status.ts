import type { Operation, Vm } from '#contract/model'
import { doingWords } from '#contract/operation-words'
import { endedBadly } from './ended-badly.ts'
import { text } from './text.ts'

/** What the Status column says of a machine. */
export interface VmStatus {
  readonly words: string
  /** 0 to 100 where a bar is due; null where the host does not say how far it is. */
  readonly percent: number | null
  readonly tone: 'busy' | 'waiting' | 'wrong' | 'quiet'
}

const quiet: VmStatus = { words: '', percent: null, tone: 'quiet' }

/** What we asked for comes first, then what the host does by itself, then what went wrong last. */
export function vmStatus(vm: Vm, latest: Operation | null, isFailureShown: boolean): VmStatus {
  if (latest !== null && (latest.state === 'running' || latest.state === 'merging')) return busy(vm, latest)
  if (vm.activity !== null) {
    const { kind, percent } = vm.activity
    return { words: text.activities[kind], percent, tone: 'busy' }
  }
  if (latest?.state === 'queued')
    return { words: text.operation.words[latest.kind].waiting, percent: null, tone: 'waiting' }
  if (latest?.state === 'waiting')
    return { words: text.operation.words[latest.kind].undoable, percent: null, tone: 'waiting' }
  if (isFailureShown && latest !== null && endedBadly(latest)) {
    return { words: text.operation.words[latest.kind].failed, percent: null, tone: 'wrong' }
  }
  return vm.isCritical ? { words: text.vms.critical, percent: null, tone: 'wrong' } : quiet
}

function busy(vm: Vm, operation: Operation): VmStatus {
  const percent = operation.percent ?? vm.activity?.percent ?? null
  return { words: doingWords(operation), percent, tone: 'busy' }
}
