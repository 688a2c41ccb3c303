import type { CheckpointKind } from '#contract/checkpoint-kind'
import type { IconName } from './ui/icons.ts'

export interface KindIcon {
  readonly icon: IconName
  readonly tone: 'green' | 'amber' | 'red' | 'violet' | 'second'
}

/** The icon beside the word. The word says it all; the icon is for finding it again. */
export const kindIcons: Readonly<Record<CheckpointKind, KindIcon>> = {
  'standard-with-memory': { icon: 'memory', tone: 'violet' },
  'standard-fell-back': { icon: 'warning', tone: 'amber' },
  'production-or-offline': { icon: 'shield', tone: 'second' },
  'disk-only': { icon: 'drive', tone: 'second' },
  automatic: { icon: 'clock', tone: 'second' },
  backup: { icon: 'archive', tone: 'second' },
  replica: { icon: 'replica', tone: 'second' },
  planned: { icon: 'planned', tone: 'second' },
  missing: { icon: 'missing', tone: 'red' },
  unknown: { icon: 'help', tone: 'second' },
}
