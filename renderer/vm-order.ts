import type { Vm, VmLoad } from '#contract/model'
import { newestCheckpoint } from '#contract/newest-checkpoint'
import type { VmColumn } from './vm-columns.ts'

export interface VmOrder {
  readonly column: VmColumn
  readonly isDescending: boolean
}

/** Machines in the order of one column; those that are equal in it stay in the order of their names. */
export function orderVms(
  vms: readonly Vm[],
  order: VmOrder,
  loadOf: (id: Vm['id']) => VmLoad,
): readonly Vm[] {
  const sign = order.isDescending ? -1 : 1
  const compareIn = comparisons[order.column]
  return [...vms].sort(
    (one, other) => sign * compareIn(one, other, loadOf) || names.compare(one.name, other.name),
  )
}

type Compare = (one: Vm, other: Vm, loadOf: (id: Vm['id']) => VmLoad) => number

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

const comparisons: Readonly<Record<VmColumn, Compare>> = {
  name: (one, other) => names.compare(one.name, other.name),
  state: (one, other) => names.compare(one.state, other.state),
  'cpu-usage': byFigure((vm, loadOf) => loadOf(vm.id).cpuUsage),
  'assigned-memory': byFigure((vm, loadOf) => loadOf(vm.id).memoryAssigned),
  uptime: byFigure((vm, loadOf) => loadOf(vm.id).uptime),
  status: (one, other) => names.compare(one.activity?.kind ?? '', other.activity?.kind ?? ''),
  version: (one, other) => names.compare(one.version, other.version),
  checkpoints: byFigure((vm) => vm.checkpoints.length),
  newest: byFigure((vm) => Date.parse(newestCheckpoint(vm) ?? '')),
}

function byFigure(figure: (vm: Vm, loadOf: (id: Vm['id']) => VmLoad) => number | null): Compare {
  return (one, other, loadOf) => known(figure(one, loadOf)) - known(figure(other, loadOf))
}

/** A figure the host does not give sorts below every figure. */
function known(figure: number | null): number {
  return figure === null || Number.isNaN(figure) ? -1 : figure
}
