import fc from 'fast-check'
import type { PowerAction } from '#contract/eligibility'
import { CheckpointType } from '#contract/model'

/** One of a machine’s own by its place, modulo how many there are; one of the other machine; or one that never was. */
export type Which = { readonly of: 'own' | 'other'; readonly place: number } | { readonly of: 'nobody' }

/** What somebody asks for, of one of the machines by its place. */
export type Request = { readonly vm: number } & (
  | {
      readonly do: 'create'
      readonly name?: string | undefined
      readonly notes?: string | undefined
      readonly type?: Exclude<CheckpointType, 'Disabled'> | undefined
    }
  | { readonly do: 'apply' | 'revert'; readonly which: Which; readonly keepCurrent: boolean }
  | { readonly do: 'rename'; readonly which: Which; readonly name: string }
  | { readonly do: 'notes'; readonly which: Which; readonly notes: string }
  | { readonly do: 'export'; readonly which: Which }
  | { readonly do: 'delete' | 'deleteSubtree'; readonly which: Which }
  | { readonly do: 'power'; readonly action: PowerAction }
  | { readonly do: 'policy'; readonly changes: PolicyChanges }
)

export interface PolicyChanges {
  readonly type?: CheckpointType | undefined
  readonly automatic?: boolean | undefined
  readonly location?: string | undefined
}

/** What may happen to a host that the app is used on. */
export type Step =
  | { readonly by: 'app'; readonly request: Request }
  /** Another program, which asks Hyper-V itself. */
  | { readonly by: 'other'; readonly request: Request }
  /** The app is gone so long after it was asked, and another start of it takes over. */
  | { readonly by: 'cut-off'; readonly request: Request; readonly after: number }
  | { readonly by: 'undo'; readonly of: 'delete' | 'apply'; readonly place: number }
  | { readonly by: 'guest'; readonly vm: number; readonly isAnswering: boolean }
  | { readonly by: 'time'; readonly milliseconds: number }
  | { readonly by: 'restart' }

const place = fc.nat({ max: 49 })
const vm = fc.nat({ max: 1 })
const which: fc.Arbitrary<Which> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ of: fc.constant('own' as const), place }) },
  { weight: 1, arbitrary: fc.record({ of: fc.constant('other' as const), place }) },
  { weight: 1, arbitrary: fc.constant({ of: 'nobody' } as const) },
)
const name = fc.constantFrom('Before the patch', 'Clean install', 'é✓日本 [x]* “$(calc)”', 'n'.repeat(100))
const notes = fc.constantFrom('', 'Why it was taken', 'Two\nlines')
const types = fc.constantFrom<Exclude<CheckpointType, 'Disabled'>[]>(
  'Production',
  'ProductionOnly',
  'Standard',
)
const action = fc.constantFrom<PowerAction[]>('start', 'shut-down', 'turn-off', 'save', 'pause', 'resume')

export const request: fc.Arbitrary<Request> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(
      { do: fc.constant('create' as const), vm, name, notes, type: types },
      { requiredKeys: ['do', 'vm'] },
    ),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('apply' as const), vm, which, keepCurrent: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('revert' as const), vm, which, keepCurrent: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), vm, which, name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('notes' as const), vm, which, notes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('export' as const), vm, which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('delete' as const), vm, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deleteSubtree' as const), vm, which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('power' as const), vm, action }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('policy' as const),
      vm,
      changes: fc.record(
        {
          type: fc.constantFrom(...CheckpointType.options),
          automatic: fc.boolean(),
          location: fc.constantFrom('D:\\Hyper-V\\Checkpoints', 'E:\\Archive'),
        },
        { requiredKeys: [] },
      ),
    }),
  },
)

/** Each by itself, since fast-check leaves out of a history what has nothing to do with a failure. */
export const steps: fc.Arbitrary<Step>[] = [
  ...Array.from({ length: 4 }, () => fc.record({ by: fc.constant('app' as const), request })),
  fc.record({ by: fc.constant('other' as const), request }),
  fc.record({
    by: fc.constant('undo' as const),
    of: fc.constantFrom('delete' as const, 'apply' as const),
    place,
  }),
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ by: fc.constant('time' as const), milliseconds: fc.nat({ max: 12_000 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ by: fc.constant('guest' as const), vm, isAnswering: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.constant({ by: 'restart' } as const) },
    // Takes as long as ten others.
    {
      weight: 1,
      arbitrary: fc.record({ by: fc.constant('cut-off' as const), request, after: fc.nat({ max: 6_000 }) }),
    },
  ),
]
