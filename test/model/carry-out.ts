import { assertNever } from '#contract/errors'
import type { Operation } from '#contract/model'
import type { OperationName } from '#contract/operations'
import { type AppModel, endUndo, goneBackAgain, put, sendDelete, takeDue, vmOf } from './app-model.ts'
import { becameOf } from './became-of.ts'
import { foundIn, same, thereOn } from './compared.ts'
import * as hyperV from './hyper-v-model.ts'
import { type Rule, neverThere, at, ruleOf } from './rule-of.ts'
import { askHyperV, plain } from './other-program.ts'
import type { Real } from './start.ts'
import type { Request, Step } from './step.ts'
import { textOfApp, textOfModel } from './truth.ts'
import { withShown } from './with-shown.ts'

/** Does it, lets all come to rest, and compares how it ended and what is there then with what the rules make of it. */
export async function carryOut(step: Step, model: AppModel, real: Real): Promise<void> {
  await done(step, model, real)
  await atRest(real)
  for (const each of takeDue(model, real.app.clock.now())) sendDelete(model, each)
  endUndo(model)
  await compare(model, real)
}

function done(step: Step, model: AppModel, real: Real): Promise<void> {
  switch (step.by) {
    case 'app':
      return byApp(ruleOf(step.request, model.vms), model, real)
    case 'other':
      return byOther(step.request, model, real)
    case 'cut-off':
      return cutOff(step.request, step.after, model, real)
    case 'undo':
      return step.of === 'delete' ? undoDelete(step.place, model, real) : undoApply(step.place, model, real)
    case 'guest':
      return byGuest(step, model, real)
    case 'time':
      return real.app.clock.advance(step.milliseconds)
    case 'restart':
      return restarted(model, real)
    default:
      return assertNever(step)
  }
}

async function byApp(rule: Rule, model: AppModel, real: Real): Promise<void> {
  const before = vmOf(model, rule.vmId)
  const operation = await asked(real, rule.name, rule.input)
  const after = rule.answer(before, foundIn(before, thereOn(real.app, before.id)))
  same(`how ${rule.name} ends`, endOf(operation), hyperV.isRefusal(after) ? after : waitsOr(operation, rule))
  if (typeof operation !== 'string') accept(model, rule, operation)
  if (hyperV.isRefusal(after) || stateOf(operation) === 'waiting') return
  put(model, after)
}

/** Only a delete can wait, and only where it could be undone. */
function waitsOr(operation: Operation | string, { name }: Rule): string {
  const isDelete = name === 'checkpoint.delete' || name === 'checkpoint.deleteSubtree'
  return isDelete && stateOf(operation) === 'waiting' ? 'waiting' : 'done'
}

function accept(model: AppModel, rule: Rule, operation: Operation): void {
  const { id, undo, kind, vmId, state } = operation
  model.accepted += 1
  if (undo?.by === 'not-sending' && !model.waiting.some(({ operationId }) => operationId === id)) {
    model.waiting = [...model.waiting, { operationId: id, rule, until: Date.parse(undo.until) }]
  }
  if (state !== 'done' || (kind !== 'apply-checkpoint' && kind !== 'revert')) return
  goneBackAgain(model, vmId)
  if (undo?.by !== 'going-back') return
  const { checkpointId: keptId } = undo
  const number = model.accepted
  model.goneBack = [
    ...model.goneBack,
    { operationId: id, vmId, appliedId: rule.checkpointId, keptId, undo: 'open', number },
  ]
}

/** Another program may find Hyper-V at work for the app, and the app for it: then what comes second is refused. */
async function byOther(request: Request, model: AppModel, real: Real): Promise<void> {
  const asked = plain(request)
  const rule = ruleOf(asked, model.vms)
  const before = vmOf(model, rule.vmId)
  // What Hyper-V does with one whose storage can’t be reached is documented for checkpoints alone.
  if (before.isCritical) return
  await real.app.clock.settle(askHyperV(real.app.simulation, asked, rule))
  const after = rule.answer(before, foundIn(before, thereOn(real.app, before.id)))
  for (const each of takeDue(model, real.app.clock.now())) {
    if (each.rule.vmId !== rule.vmId) sendDelete(model, each)
  }
  if (!hyperV.isRefusal(after)) put(model, after)
  // The app hears of it a moment later.
  await real.app.clock.advance(200)
}

/** Whatever was under way is true by then, and what is said of it must be. */
async function cutOff(request: Request, after: number, model: AppModel, real: Real): Promise<void> {
  await restarted(model, real)
  const rule = ruleOf(request, model.vms)
  const before = vmOf(model, rule.vmId)
  const input = await withShown(real.app, rule.name, rule.input)
  const reply = await real.app.clock.settle(real.app.dispatch(rule.name, input))
  await real.app.clock.advance(after)
  const id = reply.ok ? (reply.value as Operation).id : ''
  const ended = await listed(real, id)
  await restarted(model, real)
  await atRest(real)
  // What the app that is gone was in the midst of goes on for a moment, as its last request does in Hyper-V.
  await real.app.clock.advance(1_000)
  const found = foundIn(before, thereOn(real.app, before.id))
  const end = (await listed(real, id)) ?? ended
  put(model, becameOf(rule, before, found, thereOn(real.app, before.id).text, end))
}

async function undoDelete(place: number, model: AppModel, real: Real): Promise<void> {
  const { waiting } = model
  const operationId = waiting.length === 0 ? neverThere : at(waiting, place).operationId
  const end = endOf(await asked(real, 'operation.undo', { operationId }))
  same('how taking back a delete ends', end, waiting.length === 0 ? 'not-allowed' : 'undone')
  model.waiting = waiting.filter((each) => each.operationId !== operationId)
}

async function undoApply(place: number, model: AppModel, real: Real): Promise<void> {
  if (model.goneBack.length === 0) return
  const chosen = at(model.goneBack, place)
  const { operationId, vmId, keptId } = chosen
  const end = endOf(await asked(real, 'operation.undo', { operationId }))
  same('how going back ends', end, chosen.undo === 'over' ? 'not-allowed' : 'done')
  if (chosen.undo !== 'open') return
  const after = hyperV.apply(vmOf(model, vmId), keptId)
  if (!hyperV.isRefusal(after)) put(model, after)
  model.accepted += 1
  goneBackAgain(model, vmId)
  chosen.undo = 'undone'
}

async function byGuest(
  { vm, isAnswering }: Step & { readonly by: 'guest' },
  model: AppModel,
  { app }: Real,
): Promise<void> {
  const before = at(model.vms, vm)
  app.simulation.setBackupService(before.id, { enabled: true, status: isAnswering ? 'Ok' : 'NoContact' })
  put(model, { ...before, isGuestAnswering: isAnswering })
  await app.clock.advance(200)
}

/** What waited was not sent, and the next start knows of nothing that could be undone. */
async function restarted(model: AppModel, real: Real): Promise<void> {
  real.app = await real.app.restart()
  model.waiting = []
  model.goneBack = []
}

/** How it was refused, or the operation as it is once Hyper-V has answered. */
async function asked(
  real: Real,
  name: OperationName,
  input: Readonly<Record<string, unknown>>,
): Promise<Operation | string> {
  const { app } = real
  const reply = await app.clock.settle(app.dispatch(name, await withShown(app, name, input)))
  if (!reply.ok) return reply.error.code
  // Each of these answers with an operation.
  const { id } = reply.value as Operation
  await atRest(real)
  const now = await listed(real, id)
  if (now === undefined) throw new Error('The operation is not listed.')
  return now
}

/** Nothing is queued or running; merges may go on. */
async function atRest(real: Real): Promise<void> {
  const { clock, call } = real.app
  for (const until = clock.monotonic() + 3_600_000; clock.monotonic() < until;) {
    const operations = await call('operation.list', {})
    if (!operations.some(({ state }) => state === 'queued' || state === 'running')) return
    await clock.advance(100)
  }
  throw new Error('It never ends.')
}

async function listed({ app }: Real, id: string): Promise<Operation | undefined> {
  return (await app.call('operation.list', {})).find((each) => each.id === id)
}

function stateOf(operation: Operation | string): string {
  return typeof operation === 'string' ? operation : operation.state
}

function endOf(operation: Operation | string): string {
  const state = stateOf(operation)
  if (typeof operation === 'string' || operation.error === null) return state === 'merging' ? 'done' : state
  return operation.error.code
}

async function compare(model: AppModel, real: Real): Promise<void> {
  const told = await real.app.call('vm.list', {})
  // A text begins with the machine’s Id, and these are in its order.
  const byRules = model.vms.map(textOfModel).join('\n')
  same('what the host has', model.vms.map((vm) => thereOn(real.app, vm.id).text).join('\n'), byRules)
  // What was exported is no part of the list.
  const shown = told.map((vm) => textOfApp(vm, vmOf(model, vm.id).isExported))
  same('what the app shows', shown.sort().join('\n'), byRules)
}
