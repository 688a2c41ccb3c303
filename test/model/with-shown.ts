import type { Input, OperationName } from '#contract/operations'
import type { AppOnLab } from '../support/app-on-lab.ts'
import { type LosingName, withSeen } from '../support/with-seen.ts'

type Asking = Readonly<Record<string, unknown>>

/** What may lose something is asked for with what the app shows at that moment. No time passes. */
export function withShown({ dispatch }: AppOnLab, name: OperationName, input: Asking): Promise<Asking> {
  if (!losing.has(name)) return Promise.resolve(input)
  // Ids of a request are those that the host told.
  const ref = input as Asking & Pick<Input<LosingName>, 'vmId' | 'checkpointId'>
  return withSeen(
    async (asked, parameters) => {
      const reply = await dispatch(asked, parameters)
      if (!reply.ok) throw new Error(reply.error.message)
      // The dispatcher answers with what its table has for this name.
      return reply.value as never
    },
    name as LosingName,
    ref as never,
  )
}

const losing: ReadonlySet<OperationName> = new Set<LosingName>([
  'checkpoint.apply',
  'vm.revert',
  'checkpoint.delete',
  'checkpoint.deleteSubtree',
])
