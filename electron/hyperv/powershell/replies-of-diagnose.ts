import { z } from 'zod'
import type { AnsweredFacts } from '../../core/diagnosis-facts.ts'

/** What diagnose.ps1 prints. What can't be read is not known, and keeps nobody from reading the rest. */
const DiagnoseReply = z.object({
  is32Bit: z.boolean().catch(false),
  module: z
    .union([z.literal('missing'), z.object({ version: z.string(), isLoaded: z.boolean() })])
    .nullable()
    .catch(null),
  feature: z.enum(['on', 'off', 'absent']).nullable().catch(null),
  service: z.enum(['Running', 'Stopped', 'Missing']).nullable().catch(null),
  isInGroup: z.boolean().nullable().catch(null),
  cim: z.enum(['answers', 'empty', 'fails']).nullable().catch(null),
})

export function factsOfReply(
  value: unknown,
): Pick<AnsweredFacts, 'is32Bit' | 'module' | 'feature' | 'service' | 'isInGroup' | 'cim'> {
  return DiagnoseReply.catch(DiagnoseReply.parse({})).parse(value)
}
