import { folded } from '#contract/folded'
import type { Checkpoint, Vm } from '#contract/model'

/** What the filter box looks for: in names and notes of machines and of their checkpoints, in any case of letters. */
export interface Filter {
  readonly isEmpty: boolean
  /** A machine is shown when it or one of its checkpoints is meant. */
  readonly shows: (vm: Vm) => boolean
  readonly marksVm: (vm: Vm) => boolean
  /** A 1 for each of its checkpoints that is meant, in the host's order; null where none is. */
  readonly marked: (vm: Vm) => Uint8Array | null
  readonly hits: (vms: Iterable<Vm>) => Hits
}

interface Hits {
  readonly vms: number
  readonly checkpoints: number
}

export function filterOf(typed: string): Filter {
  const wanted = folded(typed.trim())
  if (wanted === '') return nothingSought
  const isMeant = (words: string): boolean => words.includes(wanted)
  const marksVm = (vm: Vm): boolean => isMeant(wordsOf(vm))
  return {
    isEmpty: false,
    marksVm,
    shows: (vm) => marksVm(vm) || wordsOfAll(vm.checkpoints).some(isMeant),
    marked: (vm) => {
      const marks = Uint8Array.from(wordsOfAll(vm.checkpoints), (words) => (isMeant(words) ? 1 : 0))
      return marks.includes(1) ? marks : null
    },
    hits: (vms) => {
      const found = { vms: 0, checkpoints: 0 }
      for (const vm of vms) {
        if (marksVm(vm)) found.vms += 1
        for (const words of wordsOfAll(vm.checkpoints)) if (isMeant(words)) found.checkpoints += 1
      }
      return found
    },
  }
}

const nothingSought: Filter = {
  isEmpty: true,
  shows: () => true,
  marksVm: () => false,
  marked: () => null,
  hits: () => ({ vms: 0, checkpoints: 0 }),
}

/** Folded once for each value the host said: a key is pressed far more often than something changes. */
const kept = new WeakMap<Vm, string>()
const keptOfAll = new WeakMap<readonly Checkpoint[], readonly string[]>()

function wordsOf(vm: Vm): string {
  const words = kept.get(vm) ?? foldedWords(vm)
  kept.set(vm, words)
  return words
}

function wordsOfAll(checkpoints: readonly Checkpoint[]): readonly string[] {
  const words = keptOfAll.get(checkpoints) ?? checkpoints.map(foldedWords)
  keptOfAll.set(checkpoints, words)
  return words
}

function foldedWords({ name, notes }: Vm | Checkpoint): string {
  return folded(`${name}\n${notes}`)
}
