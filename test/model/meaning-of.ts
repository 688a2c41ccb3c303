import { assertNever } from '#contract/errors'
import type { PowerAction } from '#contract/eligibility'
import type { OperationName } from '#contract/operations'
import * as hyperV from './hyper-v-model.ts'
import type { Answer, ModelCheckpoint, ModelVm } from './hyper-v-model.ts'
import type { PolicyChanges, Request } from './step.ts'

/** What is there newly, of which only the host knows Id and name. */
export interface Found {
  readonly id: string
  readonly name: string
}

/** How something is asked by the app’s door, and what the rules make of it. */
export interface Meaning {
  readonly name: OperationName
  readonly input: Readonly<Record<string, unknown>>
  readonly answer: (vm: ModelVm, found: Found) => Answer
  /** What else may be there where the app ended half way; null or left out where nothing may. */
  readonly halfWay?: ((vm: ModelVm, found: Found) => Answer) | null
  /** Left out where it is the one that was asked about. */
  readonly checkpointId?: string
}

interface Asked {
  readonly vmId: string
  readonly checkpointId: string
}

export const exportFolder = 'D:\\Exports'

/** `isElsewhere` says that another machine has that checkpoint. */
export function meaningOf(request: Request, asked: Asked, vmNow: ModelVm, isElsewhere: boolean): Meaning {
  const { checkpointId: id } = asked
  switch (request.do) {
    case 'create':
      return creation(request, asked)
    case 'apply':
      return goingBack(request.keepCurrent, 'checkpoint.apply', asked, (vm) => hyperV.apply(vm, id))
    case 'revert':
      return reverting(request, asked, vmNow)
    case 'rename':
      return edit('checkpoint.rename', asked, { name: request.name })
    case 'notes':
      return edit('checkpoint.changeNotes', asked, { notes: request.notes })
    case 'export':
      return exporting(asked)
    case 'delete':
    case 'deleteSubtree':
      return deletion(request.do, asked, vmNow, isElsewhere)
    case 'power':
      return power(request.action, asked)
    case 'policy':
      return policy(request.changes, asked)
    default:
      return assertNever(request)
  }
}

function creation(request: Request & { readonly do: 'create' }, { vmId }: Asked): Meaning {
  const { name, notes, type } = request
  const taken = (vm: ModelVm, found: Found): Answer =>
    hyperV.take(vm, { id: found.id, name: name ?? found.name, type })
  return {
    name: 'checkpoint.create',
    input: { vmId, name, notes, type },
    answer: (vm, found) => {
      const after = taken(vm, found)
      return hyperV.isRefusal(after) ? after : hyperV.edit(after, found.id, { notes: notes ?? '' })
    },
    // The note comes last, and that it is missing is said.
    halfWay: notes === undefined ? null : taken,
  }
}

function goingBack(
  keepCurrent: boolean,
  name: OperationName,
  asked: Asked,
  rule: (vm: ModelVm) => Answer,
): Meaning {
  const input = { ...asked, keepCurrent }
  if (!keepCurrent) return { name, input, answer: rule }
  const kept = (vm: ModelVm, found: Found): Answer => {
    const applied = rule(vm)
    return hyperV.isRefusal(applied) ? applied : hyperV.take(vm, found)
  }
  const answer = (vm: ModelVm, found: Found): Answer => {
    const after = kept(vm, found)
    return hyperV.isRefusal(after) ? after : hyperV.apply(after, asked.checkpointId)
  }
  return { name, input, answer, halfWay: kept }
}

/** What is shown as the parent of “Now” is what one goes back to; another one was that before, at most. */
function reverting(
  { which, keepCurrent }: Request & { readonly do: 'apply' | 'revert' },
  asked: Asked,
  { parentId }: ModelVm,
): Meaning {
  const isParent = which.of === 'own' && which.place % 8 > 0
  const checkpointId = isParent ? (parentId ?? asked.checkpointId) : asked.checkpointId
  const rule = (vm: ModelVm): Answer => revert(vm, checkpointId)
  return { ...goingBack(keepCurrent, 'vm.revert', { ...asked, checkpointId }, rule), checkpointId }
}

/** To revert is to apply what “Now” hangs under. */
function revert(vm: ModelVm, id: string): Answer {
  if (vm.parentId === null) return 'checkpoint-not-found'
  const applied = hyperV.apply(vm, id)
  if (hyperV.isRefusal(applied)) return applied
  return vm.parentId === id ? applied : 'changed-meanwhile'
}

function edit(
  name: OperationName,
  asked: Asked,
  changes: Partial<Pick<ModelCheckpoint, 'name' | 'notes'>>,
): Meaning {
  return {
    name,
    input: { ...asked, ...changes },
    answer: (vm) => hyperV.edit(vm, asked.checkpointId, changes),
  }
}

function exporting(asked: Asked): Meaning {
  return {
    name: 'checkpoint.export',
    input: { ...asked, folder: exportFolder },
    answer: (vm) => hyperV.writeOut(vm, asked.checkpointId),
  }
}

/**
 * What was to go and is gone is as it was wished; one of another machine is not gone. Nothing goes that was not there when it was
 * asked for, and nothing that the machine was taken back to since.
 */
function deletion(
  what: 'delete' | 'deleteSubtree',
  asked: Asked,
  before: ModelVm,
  isElsewhere: boolean,
): Meaning {
  const { checkpointId: id } = asked
  const goingOf = (vm: ModelVm): ReadonlySet<string> =>
    what === 'deleteSubtree' ? hyperV.subtree(vm, id) : new Set([id])
  const seen = goingOf(before)
  const answer = (vm: ModelVm): Answer => {
    if (isElsewhere) return 'checkpoint-not-found'
    if (!hyperV.hasCheckpoint(vm, id)) return vm
    if (vm.isCritical) return 'wrong-state'
    const going = goingOf(vm)
    const isSeen = [...going].every((each) => seen.has(each))
    const wentBack = vm.parentId !== stillUnder(before, vm) && seen.has(vm.parentId ?? '')
    return isSeen && !wentBack ? hyperV.remove(vm, going) : 'changed-meanwhile'
  }
  return { name: `checkpoint.${what}`, input: { ...asked }, answer }
}

/** What “Now” hangs under where nothing but deleting has moved it. */
function stillUnder(before: ModelVm, now: ModelVm): string | null {
  const gone = before.checkpoints.filter(({ id }) => !hyperV.hasCheckpoint(now, id))
  return hyperV.remove(before, new Set(gone.map(({ id }) => id))).parentId
}

const powerNames = {
  start: 'vm.start',
  'shut-down': 'vm.shutDown',
  'turn-off': 'vm.turnOff',
  save: 'vm.save',
  pause: 'vm.pause',
  resume: 'vm.resume',
} as const

function power(action: PowerAction, { vmId }: Asked): Meaning {
  return {
    name: powerNames[action],
    input: { vmId },
    answer: (vm, found) => hyperV.power(vm, action, found),
  }
}

function policy(changes: PolicyChanges, { vmId }: Asked): Meaning {
  const { type, automatic, location } = changes
  const changed = {
    ...(type === undefined ? {} : { policy: type }),
    ...(automatic === undefined ? {} : { automatic }),
    ...(location === undefined ? {} : { location }),
  }
  return {
    name: 'vm.changeCheckpointPolicy',
    input: { vmId, changes },
    answer: (vm) => hyperV.setPolicy(vm, changed),
  }
}
