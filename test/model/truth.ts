import type { Vm } from '#contract/model'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import type { ModelVm } from './hyper-v-model.ts'

/** What is compared of a machine, as text: whoever tells of it, the same is written the same. */
export function textOfModel(vm: ModelVm): string {
  return textOf(vm)
}

export function textOfApp(vm: Vm, isExported: boolean): string {
  return textOf({
    id: vm.id,
    state: vm.state,
    policy: vm.policy.type,
    automatic: vm.policy.automatic,
    location: vm.policy.location,
    isExported,
    parentId: vm.parentCheckpointId,
    checkpoints: vm.checkpoints.map((each) => ({ ...each, isAutomatic: each.category === 'automatic' })),
  })
}

export function textOfHost(vm: SimulatedVm, isExported: boolean): string {
  return textOf({
    id: vm.id,
    state: vm.state,
    policy: vm.checkpointType,
    automatic: vm.automaticCheckpoints,
    location: vm.snapshotFileLocation,
    isExported,
    parentId: vm.parentCheckpointId,
    checkpoints: vm.checkpoints,
  })
}

interface Compared extends Readonly<
  Record<'id' | 'state' | 'policy' | 'automatic' | 'location' | 'isExported' | 'parentId', unknown>
> {
  readonly checkpoints: readonly ComparedCheckpoint[]
}

type ComparedCheckpoint = Readonly<
  Record<'name' | 'parentId' | 'isAutomatic' | 'isSaved' | 'policyWhenTaken' | 'notes', unknown>
> & { readonly id: string }

/** By hand, for this is done more often than all else. */
function textOf({
  id,
  state,
  policy,
  automatic,
  location,
  isExported,
  parentId,
  checkpoints,
}: Compared): string {
  const machine = [id, state, policy, automatic, location, isExported, parentId].join(' · ')
  const rows = checkpoints.map((each) =>
    [
      each.id,
      each.name,
      each.parentId,
      each.isAutomatic,
      each.isSaved,
      each.policyWhenTaken,
      each.notes,
    ].join(' · '),
  )
  return [machine, ...rows.sort()].join('\n')
}

/** How a machine was when the history began, which the rules have no say in. */
export function modelOf(vm: SimulatedVm): ModelVm {
  return {
    id: vm.id,
    name: vm.name,
    // The machines are made at rest.
    state: vm.state as ModelVm['state'],
    policy: vm.checkpointType,
    automatic: vm.automaticCheckpoints,
    location: vm.snapshotFileLocation,
    isGuestAnswering: vm.vss.enabled && vm.vss.status !== 'NoContact',
    hasGpuPartition: vm.hasGpuPartition,
    isCritical: vm.isCritical,
    isExported: false,
    parentId: vm.parentCheckpointId,
    checkpoints: vm.checkpoints.map(
      ({ id, name, parentId, isAutomatic, isSaved, policyWhenTaken, notes }) => ({
        id,
        name,
        parentId,
        isAutomatic,
        isSaved,
        policyWhenTaken,
        notes,
      }),
    ),
  }
}
