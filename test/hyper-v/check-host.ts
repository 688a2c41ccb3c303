import type { Vm } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'
import type { CheckOptions } from './check-options.ts'
import { chooseMachine } from './choose-machine.ts'
import { createRound, deleteAll, stepsOf } from './play-round.ts'
import { readMachine } from './read-until.ts'
import { takeSteps } from './take-steps.ts'

/** Tries a host on the machine that was named. Answers whether all went well; throws where that machine is not to be tried on. */
export async function checkHost(
  host: HyperVHost,
  options: Pick<CheckOptions, 'vm' | 'hasOwnCheckpoints'>,
  say: (line: string) => void,
): Promise<boolean> {
  const { name, description } = await host.connect()
  const { vms, unread } = await host.readAll()
  say(`${name}, ${description}: ${String(vms.length)} machines, ${String(unread.length)} unread`)
  const vm = chooseMachine(vms, options)
  const { isClustered } = await host.readReadiness(vm.id)
  if (isClustered) throw new Error(`${vm.name} belongs to a cluster. Take a machine that does not.`)
  const round = createRound(host, vm)
  const isWell = await takeSteps(stepsOf(round), say)
  if (round.taken.length > 0)
    await takeSteps([{ title: 'What was taken is deleted again', run: () => deleteAll(round) }], say)
  await sayWhatIsNew(host, vm, say)
  return isWell
}

/** An answer that got lost may have left a checkpoint that this round does not know for its own, and so does not delete. */
async function sayWhatIsNew(host: HyperVHost, before: Vm, say: (line: string) => void): Promise<void> {
  const { checkpoints } = await readMachine(host, before.id)
  const known = new Set(before.checkpoints.map(({ id }) => id))
  for (const { id, name } of checkpoints.filter((each) => !known.has(each.id)))
    say(`New on ${before.name}, and to be deleted by hand: “${name}”, ${id}`)
}
