import type { Mutation } from './mutation.ts'

const tests = ['test/unit/seen.test.ts'] as const
const goingBack = ['test/unit/delete-while-going-back.test.ts'] as const
const refusal = { file: 'electron/core/seen-refusal.ts', tests } as const
const handlers = { file: 'electron/core/losing-handlers.ts', tests } as const

/** What may lose something is done to what was seen, and to nothing else. */
export const mutationsOfWhatIsSeen: readonly Mutation[] = [
  {
    ...refusal,
    guard: 'the check that this very start has shown it',
    before: 'if (session === ours) return',
    after: 'if (session.length === ours.length) return',
  },
  {
    ...refusal,
    guard: 'the check what “Now” was seen to hang under',
    before: 'if (vm.parentCheckpointId === seen) return null',
    after: "if (vm.name !== '') return null",
  },
  {
    ...refusal,
    guard: 'the check that nothing goes which was not seen',
    before: 'const unseen = going.filter(({ id }) => !seen.has(id))',
    after: 'const unseen = going.filter(() => seen.size === 0)',
  },
  {
    ...handlers,
    guard: 'the mark of the start where something is deleted',
    before:
      "}: Parsed<'checkpoint.delete' | 'checkpoint.deleteSubtree'>,\n    { kind, going, refusal, run }: Deletion,\n  ): Promise<Operation> => {\n    requireSession(seen, session)",
    after:
      "}: Parsed<'checkpoint.delete' | 'checkpoint.deleteSubtree'>,\n    { kind, going, refusal, run }: Deletion,\n  ): Promise<Operation> => {",
  },
  {
    ...handlers,
    guard: 'the mark of the start where something is gone back to',
    before: 'requireSession(seen, session)\n    const wish',
    after: 'const wish',
  },
  {
    ...handlers,
    guard: 'the question what goes, asked again when the turn comes',
    before: '(vm, each) => unseen(vm) ?? refusal(vm, each)',
    after: '(vm, each) => refusal(vm, each)',
  },
  {
    file: 'electron/core/changer.ts',
    tests,
    guard: 'the check what was seen, while something else is under way',
    before: 'if (!isGone(wish)) stopFor(change.seenRefusal?.(vm) ?? null)',
    after: '',
  },
  {
    file: 'electron/core/changer.ts',
    tests: goingBack,
    guard: 'the refusal to delete what a machine is being taken back to',
    before: 'stopFor(goingBackRefusal(wish, vm, queue.list()))',
    after: '',
  },
  {
    file: 'electron/core/changer.ts',
    tests: goingBack,
    guard: 'the refusal to delete what a machine went back to while it waited',
    before: 'stopFor(wentBackRefusal(wish, vm, vmNow))',
    after: '',
  },
  {
    file: 'electron/contract/operations.ts',
    tests: ['test/unit/seen.test.ts', 'test/unit/dispatcher.test.ts', 'test/unit/door.test.ts'],
    guard: 'the need to say what was seen',
    before: 'checkpoint.extend({ seen: Seen })',
    after:
      'checkpoint.extend({ seen: Seen.optional() }) as unknown as ReturnType<typeof checkpoint.extend<{ seen: typeof Seen }>>',
  },
]
