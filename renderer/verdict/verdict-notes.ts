import { isFallback, verdictOf, type Verdict } from '#contract/verdict'
import { verdictSentence, verdictWord } from '#contract/verdict-text'
import type { CheckpointType, Vm } from '#contract/model'
import type { OfferNote } from '../commands/command.ts'
import { useReadiness } from '../stores/readiness.ts'
import { text } from '../text.ts'
import { knownVerdict } from './known-verdict.ts'
import { verdictIcon } from './verdict-icons.ts'

/** What stands beside the button that takes a checkpoint; null while it is not known. */
export function verdictNote(vm: Vm): OfferNote | null {
  const verdict = knownVerdict(vm, useReadiness().of(vm.id))
  return (
    verdict && {
      meaning: verdictSentence(verdict),
      shown: { ...verdictIcon(verdict), word: verdictWord(verdict) },
    }
  )
}

/** How many there will be of each, where several are taken at once. */
export function verdictNoteOfSeveral(vms: readonly Vm[], type?: CheckpointType): OfferNote {
  const verdicts = vms.map((vm) => verdictOf(vm, useReadiness().of(vm.id).value ?? null, type)).sort(byWeight)
  const counts = new Map<string, number>()
  for (const word of verdicts.map(verdictWord)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts].map(([word, count]) => text.verdict.count(count, word)).join(', ')
  const worst = verdicts.at(-1)
  return {
    meaning: `${text.verdict.eachOf} ${words}.`,
    // The one that asks for most attention lends its icon.
    shown: worst === undefined ? null : { ...verdictIcon(worst), word: words },
  }
}

function byWeight(one: Verdict, other: Verdict): number {
  return weightOf(one) - weightOf(other)
}

/** What is as it should be first, and what asks for attention last. */
function weightOf(verdict: Verdict): number {
  if (isFallback(verdict)) return 4
  return { production: 0, standard: 1, offline: 2, open: 3, refused: 5 }[verdict.kind]
}
