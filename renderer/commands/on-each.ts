import type { Operation, Vm } from '#contract/model'
import type { Command } from './command.ts'
import { tellRefused } from './request.ts'

/**
 * A command for several machines: one operation for each that can take it. Whom it makes no sense for is passed by;
 * why another can't take it is told in a notice of its own.
 */
export function onEach(kind: Operation['kind'], command: Command<Vm>): Command<readonly Vm[]> {
  return {
    ...command,
    note: undefined,
    isOffered: (vms) => vms.some(command.isOffered),
    refusal: (vms) => {
      const refusals = vms.filter(command.isOffered).map(command.refusal)
      return refusals.every((refusal) => refusal !== null) ? (refusals[0] ?? null) : null
    },
    run: async (vms) => {
      await Promise.all(vms.filter(command.isOffered).map((vm) => runOne(kind, command, vm)))
    },
  }
}

async function runOne(kind: Operation['kind'], command: Command<Vm>, vm: Vm): Promise<void> {
  const refusal = command.refusal(vm)
  if (refusal === null) await command.run(vm)
  else tellRefused(kind, vm, refusal)
}
