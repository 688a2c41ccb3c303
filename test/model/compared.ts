import type { AppOnLab } from '../support/app-on-lab.ts'
import type { ModelVm } from './hyper-v-model.ts'
import { exportFolder, type Found } from './meaning-of.ts'
import { textOfHost } from './truth.ts'

/** A machine as the host has it at one moment. */
export interface There {
  readonly text: string
  readonly checkpoints: readonly Found[]
}

export function thereOn({ simulation }: AppOnLab, vmId: string): There {
  const vm = simulation.vm(vmId)
  if (vm === undefined) throw new Error('The host has no such machine.')
  const isExported = simulation.folder(`${exportFolder}\\${vm.name}`) !== undefined
  return { text: textOfHost(vm, isExported), checkpoints: vm.checkpoints }
}

/** The one checkpoint that the rules don’t know of yet. Nothing is found where it has gone again meanwhile. */
export function foundIn(before: ModelVm, { checkpoints }: There): Found {
  const known = new Set(before.checkpoints.map(({ id }) => id))
  const taken = checkpoints.filter(({ id }) => !known.has(id))
  if (taken.length > 1) throw new Error('More was taken than was asked for.')
  const { id, name } = taken[0] ?? { id: 'gone again', name: '' }
  return { id, name }
}

export function same(what: string, is: string, byRules: string): void {
  if (is !== byRules) throw new Error(`By the rules ${what} is\n${byRules}\nand it was\n${is}`)
}
