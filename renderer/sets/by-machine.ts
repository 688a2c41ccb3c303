import type { Vm, VmId } from '#contract/model'

/** Looked through once, and not once for each of a thousand machines. */
export function byMachine<T>(all: readonly T[], machineOf: (each: T) => Vm): ReadonlyMap<VmId, readonly T[]> {
  const found = new Map<VmId, T[]>()
  for (const each of all) {
    const { id } = machineOf(each)
    const before = found.get(id)
    if (before === undefined) found.set(id, [each])
    else before.push(each)
  }
  return found
}
