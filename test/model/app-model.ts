import * as hyperV from './hyper-v-model.ts'
import type { ModelVm } from './hyper-v-model.ts'
import type { Rule } from './rule-of.ts'

/** The host by the rules, and what the app adds to them: what can be taken back, and how. */
export interface AppModel {
  vms: readonly ModelVm[]
  /** Deletes that are not sent yet, in the order in which they will be. */
  waiting: readonly Waiting[]
  goneBack: readonly GoneBack[]
  accepted: number
}

interface Waiting {
  readonly operationId: string
  readonly rule: Rule
  readonly until: number
}

interface GoneBack {
  readonly operationId: string
  readonly vmId: string
  readonly appliedId: string
  readonly keptId: string
  /** `over`: it can’t be undone any more. `undone`: it was. */
  undo: 'open' | 'over' | 'undone'
  readonly number: number
}

/** How many operations the app surely still lists, and can be asked to undo. */
const surelyListed = 20

export function vmOf(model: AppModel, vmId: string): ModelVm {
  const found = model.vms.find(({ id }) => id === vmId)
  if (found === undefined) throw new Error('The model has no such machine.')
  return found
}

export function put(model: AppModel, vm: ModelVm): void {
  model.vms = model.vms.map((each) => (each.id === vm.id ? vm : each))
}

/** Deletes whose time is over by then, in their order; they are no longer waiting. */
export function takeDue(model: AppModel, now: number): readonly Waiting[] {
  const due = model.waiting.filter(({ until }) => until <= now)
  model.waiting = model.waiting.filter(({ until }) => until > now)
  return due
}

/** What was to be deleted may be gone by then, which is as it was wished. */
export function sendDelete(model: AppModel, { rule }: Waiting): void {
  const after = rule.answer(vmOf(model, rule.vmId), { id: '', name: '' })
  if (!hyperV.isRefusal(after)) put(model, after)
}

/** A step back is over for good once it would not be one step any more. */
export function endUndo(model: AppModel): void {
  model.goneBack = model.goneBack.filter(({ number }) => model.accepted - number < surelyListed)
  for (const each of model.goneBack) {
    const { parentId, checkpoints } = vmOf(model, each.vmId)
    const isOneStep = parentId === each.appliedId && checkpoints.some(({ id }) => id === each.keptId)
    if (each.undo === 'open' && !isOneStep) each.undo = 'over'
  }
}

/** Whoever went back once more has nothing of before to go back to in one step. */
export function goneBackAgain(model: AppModel, vmId: string): void {
  for (const each of model.goneBack) if (each.vmId === vmId && each.undo === 'open') each.undo = 'over'
}
