import { type HostStatus, Vm, type VmLoad } from '#contract/model'

/** A host hands out what did not change as the same objects, so that most of it is compared at a glance. */
export function isSameButLoad(told: Vm, now: Vm): boolean {
  return told === now || comparedFields.every((field) => isSame(told[field], now[field]))
}

const comparedFields = Vm.omit({ load: true }).keyof().options

/** Field by field: that a machine has been up for longer is all there is to say of most of them, every two seconds. */
export function isSameLoad(told: VmLoad, now: VmLoad): boolean {
  return (
    told.cpuUsage === now.cpuUsage && told.memoryAssigned === now.memoryAssigned && told.uptime === now.uptime
  )
}

/** That it was read again is no news. */
export function isSameStatus(told: HostStatus, now: HostStatus): boolean {
  return isSame({ ...told, readAt: null }, { ...now, readAt: null })
}

/** All that is compared was made by one schema, so its fields stand in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
