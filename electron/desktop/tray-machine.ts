import { type Vm, VmId } from '#contract/model'
import { trayName } from '#contract/tray-name'

/** The machine that somebody named, or a sentence about why none can be taken for it. */
export type NamedMachine = { readonly vm: Pick<Vm, 'id' | 'name'> } | { readonly problem: string }

/** By its Id, or else by its whole name; names repeat, and nothing is done to one of two. */
export function machineNamed(vms: readonly Pick<Vm, 'id' | 'name'>[], typed: string): NamedMachine {
  const id = VmId.safeParse(typed.trim())
  const byId = vms.find((vm) => vm.id === id.data)
  if (byId !== undefined) return { vm: byId }
  const [vm, another] = vms.filter(({ name }) => folded(name) === folded(typed))
  if (vm === undefined) return { problem: `No virtual machine has the name or Id “${trayName(typed)}”.` }
  if (another === undefined) return { vm }
  return {
    problem: `More than one virtual machine is called “${trayName(typed)}”. Give the Id of the one you mean.`,
  }
}

/** Hyper-V does not tell upper from lower case in names either. */
function folded(name: string): string {
  return name.trim().normalize().toLowerCase()
}
