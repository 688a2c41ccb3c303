import { z } from 'zod'
import { AppError } from '#contract/errors'
import { CheckpointId } from '#contract/model'
import { appErrorOf } from '../failures.ts'
import { JobReply } from './activity-of-reply.ts'

/** What the scripts print, checked as it comes in. Each function throws `AppError` where it is not what was agreed. */

export const ErrorReply = z.object({
  errorId: z.string(),
  category: z.string(),
  message: z.string(),
  service: z.enum(['Running', 'Stopped', 'Missing']).nullable(),
})

const HelloReply = z.object({
  version: z.string(),
  edition: z.string(),
  languageMode: z.string(),
  culture: z.string(),
  rights: z.enum(['elevated', 'hyper-v-administrator', 'none', 'unknown']),
})
export type Hello = z.infer<typeof HelloReply>

const JobsReply = z.object({ jobs: z.array(JobReply) })
const ConnectReply = z.object({ name: z.string() })
const CreatedReply = z.object({ checkpointId: CheckpointId, notesProblem: z.string().nullable() })

export function failureOfReply(value: unknown): AppError {
  const reply = ErrorReply.safeParse(value)
  return reply.success ? appErrorOf(reply.data) : unreadable(reply.error)
}

export function percentOfReply(value: unknown): number | null {
  const reply = z.number().min(0).max(100).safeParse(value)
  return reply.success ? reply.data : null
}

export function helloOfReply(value: unknown): Hello {
  return checked(HelloReply, value)
}

export function hostNameOfReply(value: unknown): string {
  return checked(ConnectReply, value).name
}

export function jobsOfReply(value: unknown): readonly JobReply[] {
  return checked(JobsReply, value).jobs
}

export function createdOfReply(value: unknown): z.infer<typeof CreatedReply> {
  return checked(CreatedReply, value)
}

export function checked<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const reply = schema.safeParse(value)
  if (!reply.success) throw unreadable(reply.error)
  return reply.data
}

function unreadable(error: z.ZodError): AppError {
  return new AppError(
    'operation-failed',
    'PowerShell answered in a way that Savepoint does not understand. Look at the list: it shows what is true now.',
    z.prettifyError(error),
  )
}
