import type { CheckpointType } from '#contract/model'

/** The kind of one checkpoint: the machine’s own setting, or another for this one alone. */
export type KindChoice = 'asSet' | 'production' | 'standard'

export const kindChoices: readonly KindChoice[] = ['asSet', 'production', 'standard']

/** Undefined for the machine’s own setting, of which nothing needs to be put back then. */
export function typeOfChoice(choice: KindChoice): Exclude<CheckpointType, 'Disabled'> | undefined {
  return { asSet: undefined, production: 'Production' as const, standard: 'Standard' as const }[choice]
}
