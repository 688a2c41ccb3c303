import type { Operation } from '#contract/model'
import type { Seen } from '#contract/seen'
import type { AppOnLab } from '../support/app-on-lab.ts'
import { becameOf } from './became-of.ts'
import { foundIn, same } from './compared.ts'
import * as hyperV from './hyper-v-model.ts'
import type { ModelVm } from './hyper-v-model.ts'
import { type Rule, neverThere, ruleOf } from './rule-of.ts'
import type { Request } from './step.ts'
import { modelOf, textOfModel } from './truth.ts'
import type { Turns } from './turns.ts'
import { withShown } from './with-shown.ts'

/** Several who ask, none of whom waits for another. */
export interface AtOnce {
  /** Settles when it is accepted or refused. The tray has a request of its own for a checkpoint without a name. */
  readonly ask: (request: Request, isTray: boolean) => Promise<void>
  readonly isUnderWay: () => boolean
  /** What the rules make of the machines, one turn after the other, each of which is compared with what came. */
  readonly after: (vms: readonly ModelVm[]) => readonly ModelVm[]
}

interface Asked {
  readonly key: string
  readonly rule: Rule
}

export function createAtOnce(app: AppOnLab, turns: Turns): AtOnce {
  const accepted = new Map<string, Asked>()

  /** Those of the same key that are under way; there must never be two. */
  function underWay(key: string): string | undefined {
    return [...accepted].find(([id, each]) => each.key === key && turns.isUnderWay(id))?.[0]
  }

  async function ask(request: Request, isTray: boolean): Promise<void> {
    const { name, input, checkpointId } = ruleOf(request, machinesNow())
    // Nobody asks for what was taken a moment ago and is on show nowhere.
    if (checkpointId !== '' && checkpointId !== neverThere && !(await isShown(checkpointId))) return
    const shown = await withShown(app, name, input)
    // Asked and read in one moment, so that nothing comes between.
    const rule = ruleOf(request, machinesNow())
    const key = JSON.stringify([rule.name, rule.input])
    const already = underWay(key)
    const atFirst = [...refusalsNow(rule), ...staleness(rule, shown)]
    const isQuick = isTray && key === JSON.stringify(['checkpoint.create', { vmId: rule.vmId }])
    const reply = await (isQuick
      ? app.dispatch('checkpoint.quick', { vmId: rule.vmId })
      : app.dispatch(rule.name, { ...shown, ...rule.input }))
    if (!reply.ok) {
      const expected = [...atFirst, ...refusalsNow(rule)]
      if (!expected.includes(reply.error.code))
        throw new Error(`${rule.name} was refused with ${reply.error.code} and not ${expected.join(' or ')}.`)
      return
    }
    // Each of these answers with an operation.
    const { id } = reply.value as Operation
    if (already !== undefined && turns.isUnderWay(already)) same('which operation that is', id, already)
    const known = accepted.get(id)
    if (known === undefined) accepted.set(id, { key, rule })
    else same('what was joined', known.key, key)
  }

  /** What was on show is not what is there any more, which is a reason to refuse what may lose something. */
  function staleness({ vmId }: Rule, { seen }: Awaited<ReturnType<typeof withShown>>): readonly string[] {
    const isStale = (seen as Seen | undefined)?.now !== app.simulation.vm(vmId)?.parentCheckpointId
    return seen !== undefined && isStale ? ['changed-meanwhile'] : []
  }

  async function isShown(checkpointId: string): Promise<boolean> {
    const vms = await app.call('vm.list', {})
    return vms.some(({ checkpoints }) => checkpoints.some(({ id }) => id === checkpointId))
  }

  function machinesNow(): readonly ModelVm[] {
    return app.simulation.vms().map(modelOf)
  }

  /** Of a machine that is busy nobody can say what it will be: only that what is meant is there, and as it was shown. */
  function refusalsNow(rule: Rule): readonly string[] {
    const vm = app.simulation.vm(rule.vmId)
    if (vm === undefined || turns.isBusy(rule.vmId))
      return ['checkpoint-not-found', 'changed-meanwhile', 'busy']
    const answer = rule.answer(modelOf(vm), nobody)
    return hyperV.isRefusal(answer) ? [answer] : []
  }

  function after(vms: readonly ModelVm[]): readonly ModelVm[] {
    const byId = new Map(vms.map((vm) => [vm.id, vm]))
    for (const { operation, isLost, there } of turns.over()) {
      const before = byId.get(operation.vmId)
      const rule = accepted.get(operation.id)?.rule
      if (before === undefined || rule === undefined) throw new Error('Nobody asked for this operation.')
      const found = foundIn(before, there)
      const vm = isLost
        ? becameOf(rule, before, found, there.text, operation)
        : ruled(rule, before, found, operation)
      same(`what ${rule.name} leaves`, there.text, textOfModel(vm))
      byId.set(vm.id, vm)
    }
    return [...byId.values()]
  }

  return { ask, after, isUnderWay: () => [...accepted.keys()].some(turns.isUnderWay) }
}

/** It ends as the rules have it, and changes nothing where they refuse it. */
function ruled(
  rule: Rule,
  before: ModelVm,
  found: Parameters<Rule['answer']>[1],
  { error }: Operation,
): ModelVm {
  const after = rule.answer(before, found)
  same(`how ${rule.name} ends`, error?.code ?? 'done', hyperV.isRefusal(after) ? after : 'done')
  return hyperV.isRefusal(after) ? before : after
}

const nobody = { id: 'nobody', name: '' }
