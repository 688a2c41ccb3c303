import type { Mutation } from './mutation.ts'

const queue = {
  file: 'electron/core/operations-queue.ts',
  tests: ['test/unit/operations-queue.test.ts'],
} as const
const changer = {
  file: 'electron/core/changer.ts',
  tests: ['test/unit/dispatcher.test.ts', 'test/unit/undo-delete.test.ts'],
} as const
const sender = {
  file: 'electron/core/send-change.ts',
  tests: ['test/unit/lost-answers.test.ts', 'test/unit/dispatcher.test.ts'],
} as const
const loans = { file: 'electron/core/policy-loan.ts', tests: ['test/unit/kind-for-one.test.ts'] } as const

/** What is asked before something is changed, and what is true after. */
export const mutationsOfCore: readonly Mutation[] = [
  {
    ...changer,
    guard: 'the reading anew before a change',
    before: 'const vm = await inventory.fresh(vmId)',
    after: 'const vm = inventory.vms().find(({ id }) => id === vmId)!',
  },
  {
    ...changer,
    guard: 'the rules before a change is taken on',
    before: 'if (!isBusy && !isGone(wish)) requireAllowed(change, vm, null)',
    after: '',
  },
  {
    ...changer,
    guard: 'the reading anew when the turn comes',
    before: 'const vmNow = isAnew ? await inventory.fresh(vm.id) : vm',
    after: 'const vmNow = vm',
  },
  {
    ...changer,
    guard: 'the rules asked again when the turn comes',
    before: 'if (isAnew) requireAllowed(change, vmNow, readiness)',
    after: '',
  },
  {
    ...changer,
    guard: 'the time in which a delete can be undone',
    before: '(change.undoMilliseconds ?? 0)',
    after: '0',
  },
  {
    ...queue,
    guard: 'the rule of one operation at a time for a machine',
    before: 'before === undefined ? takeTurn(work, operation) : before.then(() => takeTurn(work, operation))',
    after: 'takeTurn(work, operation)',
  },
  {
    ...queue,
    guard: 'the joining of the same wish',
    before: 'const same = work.recovered === undefined ? underWay(work.key) : null',
    after: 'const same = null',
  },
  {
    ...queue,
    tests: ['test/unit/lost-answers.test.ts', 'test/unit/undo-delete.test.ts'],
    guard: 'the line in the journal when something is accepted',
    before: 'if (work.recovered === undefined) intend(work, operation)',
    after: '',
  },
  {
    ...queue,
    guard: 'the reading back before something is said to be done',
    before: 'const vm = await readBack(work.vm.id).catch(() => null)',
    after: 'const vm = null as Awaited<ReturnType<typeof readBack>> | null',
  },
  {
    ...queue,
    tests: ['test/unit/waiting-operations.test.ts', 'test/unit/undo-delete.test.ts'],
    guard: 'the rule that only what waits can be withdrawn',
    before: 'if (!waiting.leave(id)) return null',
    after: 'waiting.leave(id)',
  },
  {
    file: 'electron/core/waiting-room.ts',
    tests: ['test/unit/waiting-operations.test.ts', 'test/unit/undo-delete.test.ts'],
    guard: 'the end of the wait of what was undone',
    before: 'timers.get(id)?.()',
    after: '',
  },
  {
    ...sender,
    guard: 'the line in the journal before something is sent',
    before: 'await barrier()\n    return loans.during',
    after: 'return loans.during',
  },
  {
    ...sender,
    guard: 'the stop where the current state can’t be kept',
    before: 'const keptId = await keepCurrent(host, sent, wish, progress)',
    after: "const keptId = await keepCurrent(host, sent, wish, progress).catch(() => '' as never)",
  },
  {
    ...sender,
    guard: 'the question what became of what was not answered',
    before: 'if (!mayHaveHappened(failure)) throw error\n',
    after: 'throw error\n',
  },
  {
    file: 'electron/core/recovery.ts',
    tests: ['test/unit/lost-answers.test.ts'],
    guard: 'the rule that what was never sent is not called done',
    before: 'if (before === null) throw neverSent()',
    after: 'if (before === null) return {}',
  },
  {
    ...loans,
    guard: 'the policy that is put back',
    before: 'await inventory.host().changeCheckpointPolicy(loan.vmId, { type: loan.own }, loan.lent)',
    after: "return { kind: 'given-back' }",
  },
  {
    ...loans,
    guard: 'the rule that a policy which others set is left alone',
    before: 'if (policy.type !== loan.lent) return changedByOthers(loan, policy.type)',
    after: '',
  },
  {
    file: 'electron/core/undo.ts',
    tests: ['test/unit/undo-apply.test.ts'],
    guard: 'the rule that an undo goes back one step alone',
    before: 'movedRefusal(vm, appliedId) ?? applyRefusal',
    after: 'applyRefusal',
  },
  {
    file: 'electron/storage/journal-file.ts',
    tests: ['test/unit/journal-file.test.ts'],
    guard: 'the rule that nothing is sent once the journal is closed',
    before: 'isClosed ? never() : ',
    after: '',
  },
  {
    file: 'electron/storage/journal-file.ts',
    tests: ['test/unit/journal-file.test.ts'],
    guard: 'the wait until a step is on the disk',
    before: 'await file.sync()',
    after: '',
  },
  {
    file: 'electron/storage/journal-file.ts',
    tests: ['test/unit/journal-file.test.ts'],
    guard: 'the end of a journal that lacks a step',
    before: 'await rm(path, { force: true }).catch(() => undefined)',
    after: '',
  },
]
