import type { CheckpointPolicy, CheckpointType } from '#contract/model'

/** The checkpoint settings in the parts in which Hyper-V Manager's page asks for them. */
export interface PolicyChoice {
  readonly isEnabled: boolean
  readonly kind: 'production' | 'standard'
  readonly hasFallback: boolean
  readonly automatic: boolean
  readonly location: string
}

/** What one or several machines have in common; null where they differ. */
export type SharedChoice = { readonly [Part in keyof PolicyChoice]: PolicyChoice[Part] | null }

export function sharedChoice(policies: readonly CheckpointPolicy[]): SharedChoice {
  const all = policies.map(choiceOf)
  // A kind that is not in force says nothing, unless none is.
  const enabled = orAll(
    all.filter(({ isEnabled }) => isEnabled),
    all,
  )
  const production = orAll(
    enabled.filter(({ kind }) => kind === 'production'),
    enabled,
  )
  return {
    isEnabled: shared(all.map(({ isEnabled }) => isEnabled)),
    kind: shared(enabled.map(({ kind }) => kind)),
    hasFallback: shared(production.map(({ hasFallback }) => hasFallback)),
    automatic: shared(all.map(({ automatic }) => automatic)),
    location: shared(all.map(({ location }) => location)),
  }
}

/** Only what was chosen and differs, so that nothing else is set, whoever changed it meanwhile. */
export function policyChanges(
  policy: CheckpointPolicy,
  chosen: Partial<PolicyChoice>,
): Partial<CheckpointPolicy> {
  const wanted = { ...choiceOf(policy), ...chosen }
  const type = typeOf(wanted)
  return {
    ...(type === policy.type ? {} : { type }),
    ...(wanted.automatic === policy.automatic ? {} : { automatic: wanted.automatic }),
    ...(wanted.location === policy.location ? {} : { location: wanted.location }),
  }
}

export function isSamePolicy(one: CheckpointPolicy, other: CheckpointPolicy): boolean {
  return one.type === other.type && one.automatic === other.automatic && one.location === other.location
}

function choiceOf({ type, automatic, location }: CheckpointPolicy): PolicyChoice {
  return {
    isEnabled: type !== 'Disabled',
    kind: type === 'Standard' ? 'standard' : 'production',
    // What Hyper-V starts with, wherever it is not in force.
    hasFallback: type !== 'ProductionOnly',
    automatic,
    location,
  }
}

function typeOf({ isEnabled, kind, hasFallback }: PolicyChoice): CheckpointType {
  if (!isEnabled) return 'Disabled'
  if (kind === 'standard') return 'Standard'
  return hasFallback ? 'Production' : 'ProductionOnly'
}

function orAll<T>(some: readonly T[], all: readonly T[]): readonly T[] {
  return some.length === 0 ? all : some
}

function shared<T>(values: readonly T[]): T | null {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}
