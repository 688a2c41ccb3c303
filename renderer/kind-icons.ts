import type { CheckpointKind } from '#contract/checkpoint-kind'
import { assertNever } from '#contract/errors'
import type { IconName } from './ui/icons.ts'

export interface KindIcon {
  readonly icon: IconName
  readonly tone: 'green' | 'amber' | 'red' | 'violet' | 'second'
}

/** The icon of a kind, beside its word. The word says it all; the icon is for finding it again. */
export const kindIcons: Readonly<Record<CheckpointKind, KindIcon>> = {
  production: { icon: 'shield', tone: 'green' },
  'standard-with-memory': { icon: 'memory', tone: 'violet' },
  'standard-fell-back': { icon: 'warning', tone: 'amber' },
  offline: { icon: 'drive', tone: 'second' },
  'disk-only': { icon: 'drive', tone: 'second' },
  automatic: { icon: 'clock', tone: 'second' },
  backup: { icon: 'archive', tone: 'second' },
  replica: { icon: 'replica', tone: 'second' },
  planned: { icon: 'planned', tone: 'second' },
  missing: { icon: 'missing', tone: 'red' },
  unknown: { icon: 'help', tone: 'second' },
}

/** In front of the name: a stack for what people took, and for what came about in another way the sign of that. */
export function nameIcon(kind: CheckpointKind | null): IconName {
  switch (kind) {
    case null:
      return 'now'
    case 'automatic':
    case 'backup':
    case 'replica':
    case 'planned':
    case 'missing':
      return kindIcons[kind].icon
    case 'production':
    case 'standard-with-memory':
    case 'standard-fell-back':
    case 'offline':
    case 'disk-only':
    case 'unknown':
      return 'checkpoint'
    default:
      return assertNever(kind)
  }
}
