import { hostRefusal } from '#contract/tray-machines'
import type { App } from '../core/app.ts'
import { ask } from '../core/ask.ts'
import type { AskedCheckpoint } from './command-line.ts'
import { hostAnswers } from './host-answers.ts'
import { type NamedMachine, machineNamed } from './tray-machine.ts'

/** The machine that a command line names, once the host has said which there are. Nothing is asked for twice. */
export async function machineAskedFor(
  app: Pick<App, 'dispatch' | 'subscribe'>,
  { machine }: AskedCheckpoint,
): Promise<NamedMachine> {
  const refusal = hostRefusal(await hostAnswers(app))
  if (refusal !== null) return { problem: refusal.message }
  const reply = await ask(app, 'vm.list', {})
  return reply.ok ? machineNamed(reply.value, machine) : { problem: reply.error.message }
}
