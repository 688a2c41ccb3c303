import { assertNever } from '#contract/errors'
import type { OperationName } from '#contract/operations'
import * as hyperV from './hyper-v-model.ts'
import type { Answer, ModelVm } from './hyper-v-model.ts'
import type { Request, Which } from './step.ts'

/** What is there newly, of which only the host knows Id and name. */
export interface Found {
  readonly id: string
  readonly name: string
}

/** A request with Ids, as it is asked by the app’s door, and what the rules make of it. */
export interface Rule {
  readonly vmId: string
  /** Empty where it is about the machine. */
  readonly checkpointId: string
  readonly name: OperationName
  readonly input: Readonly<Record<string, unknown>>
  readonly answer: (vm: ModelVm, found: Found) => Answer
  /** What else may be there where the app ended half way. */
  readonly halfWay: ((vm: ModelVm, found: Found) => Answer) | null
}

export const neverThere = '00000000-0000-4000-8000-000000000000'
export const exportFolder = 'D:\\Exports'

/** What it means among these machines. */
export function ruleOf(request: Request, vms: readonly ModelVm[]): Rule {
  const vm = at(vms, request.vm)
  const checkpointId = 'which' in request ? idOf(request.which, vm, at(vms, request.vm + 1)) : ''
  const isElsewhere = vms.some((each) => each !== vm && has(each, checkpointId))
  const asked = { vmId: vm.id, checkpointId }
  return { ...asked, halfWay: null, ...meaningOf(request, checkpointId, isElsewhere, asked, vm) }
}

type Meaning = Pick<Rule, 'name' | 'input' | 'answer'> & Partial<Pick<Rule, 'halfWay' | 'checkpointId'>>

function meaningOf(
  request: Request,
  id: string,
  isElsewhere: boolean,
  asked: Readonly<Record<string, unknown>>,
  vmNow: ModelVm,
): Meaning {
  switch (request.do) {
    case 'create':
      return creation(request, vmNow.id)
    case 'apply':
      return goingBack(request.keepCurrent, 'checkpoint.apply', asked, (vm) => hyperV.apply(vm, id), id)
    case 'revert': {
      // What is shown as the parent of “Now” is what one goes back to; another one was that before, at most.
      const target = request.which.of === 'own' && request.which.place % 8 > 0 ? (vmNow.parentId ?? id) : id
      const ref = { ...asked, checkpointId: target }
      const rule = (vm: ModelVm): Answer => revert(vm, target)
      return { ...goingBack(request.keepCurrent, 'vm.revert', ref, rule, target), checkpointId: target }
    }
    case 'rename':
      return {
        name: 'checkpoint.rename',
        input: { ...asked, name: request.name },
        answer: (vm) => hyperV.edit(vm, id, { name: request.name }),
      }
    case 'notes':
      return {
        name: 'checkpoint.changeNotes',
        input: { ...asked, notes: request.notes },
        answer: (vm) => hyperV.edit(vm, id, { notes: request.notes }),
      }
    case 'export':
      return {
        name: 'checkpoint.export',
        input: { ...asked, folder: exportFolder },
        answer: (vm) => hyperV.writeOut(vm, id),
      }
    case 'delete':
      return {
        name: 'checkpoint.delete',
        input: asked,
        answer: deletion(vmNow, id, isElsewhere, false),
      }
    case 'deleteSubtree':
      return {
        name: 'checkpoint.deleteSubtree',
        input: asked,
        answer: deletion(vmNow, id, isElsewhere, true),
      }
    case 'power':
      return {
        name: powerNames[request.action],
        input: { vmId: asked.vmId },
        answer: (vm, found) => hyperV.power(vm, request.action, found),
      }
    case 'policy': {
      const { type, automatic, location } = request.changes
      const changes = {
        ...(type === undefined ? {} : { policy: type }),
        ...(automatic === undefined ? {} : { automatic }),
        ...(location === undefined ? {} : { location }),
      }
      return {
        name: 'vm.changeCheckpointPolicy',
        input: { vmId: asked.vmId, changes: request.changes },
        answer: (vm) => hyperV.setPolicy(vm, changes),
      }
    }
    default:
      return assertNever(request)
  }
}

const powerNames = {
  start: 'vm.start',
  'shut-down': 'vm.shutDown',
  'turn-off': 'vm.turnOff',
  save: 'vm.save',
  pause: 'vm.pause',
  resume: 'vm.resume',
} as const

function creation(request: Request & { readonly do: 'create' }, vmId: string): Meaning {
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
  asked: Readonly<Record<string, unknown>>,
  rule: (vm: ModelVm) => Answer,
  targetId: string,
): Meaning {
  const input = { ...asked, keepCurrent }
  if (!keepCurrent) return { name, input, answer: rule }
  const kept = (vm: ModelVm, found: Found): Answer => {
    const applied = rule(vm)
    return hyperV.isRefusal(applied) ? applied : hyperV.take(vm, found)
  }
  const answer = (vm: ModelVm, found: Found): Answer => {
    const after = kept(vm, found)
    return hyperV.isRefusal(after) ? after : hyperV.apply(after, targetId)
  }
  return { name, input, answer, halfWay: kept }
}

/** To revert is to apply what “Now” hangs under. */
function revert(vm: ModelVm, id: string): Answer {
  if (vm.parentId === null) return 'checkpoint-not-found'
  const applied = hyperV.apply(vm, id)
  if (hyperV.isRefusal(applied)) return applied
  return vm.parentId === id ? applied : 'changed-meanwhile'
}

/**
 * What was to go and is gone is as it was wished; one of another machine is not gone. Nothing goes that was not there when it was
 * asked for, and nothing that the machine was taken back to since.
 */
function deletion(asked: ModelVm, id: string, isElsewhere: boolean, withSubtree: boolean): Meaning['answer'] {
  const goingOf = (vm: ModelVm): ReadonlySet<string> => (withSubtree ? hyperV.subtree(vm, id) : new Set([id]))
  const seen = goingOf(asked)
  return (vm) => {
    if (isElsewhere) return 'checkpoint-not-found'
    if (!has(vm, id)) return vm
    if (vm.isCritical) return 'wrong-state'
    const going = goingOf(vm)
    const isSeen = [...going].every((each) => seen.has(each))
    const wentBack = vm.parentId !== stillUnder(asked, vm) && seen.has(vm.parentId ?? '')
    return isSeen && !wentBack ? hyperV.remove(vm, going) : 'changed-meanwhile'
  }
}

/** What “Now” hangs under where nothing but deleting has moved it. */
function stillUnder(before: ModelVm, now: ModelVm): string | null {
  const gone = before.checkpoints.filter(({ id }) => !has(now, id))
  return hyperV.remove(before, new Set(gone.map(({ id }) => id))).parentId
}

function idOf(which: Which, own: ModelVm, other: ModelVm): string {
  if (which.of === 'nobody') return neverThere
  const { checkpoints } = which.of === 'own' ? own : other
  return checkpoints[which.place % Math.max(1, checkpoints.length)]?.id ?? neverThere
}

function has({ checkpoints }: ModelVm, id: string): boolean {
  return checkpoints.some((each) => each.id === id)
}

export function at<T>(all: readonly T[], place: number): T {
  const found = all[place % all.length]
  if (found === undefined) throw new Error('There are none.')
  return found
}
