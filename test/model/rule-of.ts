import { type ModelVm, hasCheckpoint } from './hyper-v-model.ts'
import { type Meaning, meaningOf } from './meaning-of.ts'
import type { Request, Which } from './step.ts'

/** A request with Ids; that of a checkpoint is empty where it is about the machine. */
export interface Rule extends Required<Meaning> {
  readonly vmId: string
}

export const neverThere = '00000000-0000-4000-8000-000000000000'

/** What it means among these machines. */
export function ruleOf(request: Request, vms: readonly ModelVm[]): Rule {
  const vm = at(vms, request.vm)
  const checkpointId = 'which' in request ? idOf(request.which, vm, at(vms, request.vm + 1)) : ''
  const isElsewhere = vms.some((each) => each !== vm && hasCheckpoint(each, checkpointId))
  const asked = { vmId: vm.id, checkpointId }
  return { ...asked, halfWay: null, ...meaningOf(request, asked, vm, isElsewhere) }
}

function idOf(which: Which, own: ModelVm, other: ModelVm): string {
  if (which.of === 'nobody') return neverThere
  const { checkpoints } = which.of === 'own' ? own : other
  return checkpoints[which.place % Math.max(1, checkpoints.length)]?.id ?? neverThere
}

export function at<T>(all: readonly T[], place: number): T {
  const found = all[place % all.length]
  if (found === undefined) throw new Error('There are none.')
  return found
}
