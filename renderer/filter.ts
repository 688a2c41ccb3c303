import type { Checkpoint, CheckpointId, Vm } from '#contract/model'

/** What the filter box looks for: in names and notes of machines and of their checkpoints, in any case of letters. */
export interface Filter {
  readonly isEmpty: boolean
  /** A machine is shown when it or one of its checkpoints is meant. */
  readonly shows: (vm: Vm) => boolean
  readonly marksVm: (vm: Vm) => boolean
  readonly marked: (vm: Vm) => ReadonlySet<CheckpointId>
}

export function filterOf(typed: string): Filter {
  const wanted = folded(typed.trim())
  if (wanted === '') return { isEmpty: true, shows: () => true, marksVm: () => false, marked: () => none }
  const marksVm = (vm: Vm): boolean => wordsOf(vm).includes(wanted)
  return {
    isEmpty: false,
    marksVm,
    shows: (vm) => marksVm(vm) || vm.checkpoints.some((each) => wordsOf(each).includes(wanted)),
    marked: (vm) =>
      new Set(vm.checkpoints.filter((each) => wordsOf(each).includes(wanted)).map(({ id }) => id)),
  }
}

const none: ReadonlySet<CheckpointId> = new Set()
/** Folded once for each value the host said: a key is pressed far more often than something changes. */
const kept = new WeakMap<Vm | Checkpoint, string>()

function wordsOf(named: Vm | Checkpoint): string {
  const before = kept.get(named)
  if (before !== undefined) return before
  const words = folded(`${named.name}\n${named.notes}`)
  kept.set(named, words)
  return words
}

function folded(words: string): string {
  return words.normalize('NFC').toLocaleLowerCase()
}
