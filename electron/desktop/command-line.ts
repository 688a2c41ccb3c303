import { parseArgs } from 'node:util'
import { z } from 'zod'

/** What somebody wants who starts the app while it runs. */
export type SecondStart =
  | { readonly want: 'nothing' }
  | { readonly want: 'window' }
  | ({ readonly want: 'checkpoint' } & AskedCheckpoint)

export interface AskedCheckpoint {
  /** A name or an Id, as it was typed. */
  readonly machine: string
  readonly reason: string | null
}

/** Longer than every name, Id and reason. */
const longest = 1_000

/** What a second start hands over of its own command line, which any program of this user could have put together. */
const HandedOver = z.object({ arguments: z.array(z.string().max(longest)).max(100) })

/**
 * Only these options reach an app that runs, and everything else of a command line is ignored: what it is connected to was
 * decided when it was started. In any doubt nothing is taken and the window is shown.
 */
export function secondStartOf(data: unknown): SecondStart {
  const handed = HandedOver.safeParse(data)
  if (!handed.success) return { want: 'window' }
  const { values } = parseArgs({
    args: handed.data.arguments,
    strict: false,
    allowPositionals: true,
    options: {
      hidden: { type: 'boolean' },
      checkpoint: { type: 'string', multiple: true },
      reason: { type: 'string', multiple: true },
    },
  })
  const [machine, another] = texts(values.checkpoint)
  const [reason = null, anotherReason] = texts(values.reason)
  if (another !== undefined || anotherReason !== undefined) return { want: 'window' }
  if (machine !== undefined) return { want: 'checkpoint', machine, reason }
  return { want: values.hidden === true ? 'nothing' : 'window' }
}

/** An option that is given without a value is true, and stands for nothing here. */
function texts(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.filter((value): value is string => typeof value === 'string') : []
}
