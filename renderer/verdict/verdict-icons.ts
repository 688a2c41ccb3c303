import { assertNever } from '#contract/errors'
import { isFallback, type Verdict } from '#contract/verdict'
import { kindIcons, type KindIcon } from '../kind-icons.ts'

/** The icon of a verdict, beside its word: that of the kind where it will be one, and what is wrong stands out. */
export function verdictIcon(verdict: Verdict): KindIcon {
  switch (verdict.kind) {
    case 'production':
      return { icon: 'ok', tone: 'green' }
    case 'standard':
      return kindIcons[isFallback(verdict) ? 'standard-fell-back' : 'standard-with-memory']
    case 'offline':
      return kindIcons.offline
    case 'refused':
      return { icon: 'error', tone: 'red' }
    case 'open':
      return { icon: 'help', tone: 'second' }
    default:
      return assertNever(verdict)
  }
}
