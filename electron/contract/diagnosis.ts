import { z } from 'zod'

/** Something to run that puts things right: a constant of the code, never made of what the host said. */
export const Remedy = z.object({
  /** How and where to run the command. */
  instruction: z.string(),
  command: z.string(),
  /** What the app itself can do instead, in its own window. */
  action: z.literal('join-administrators').optional(),
})
export type Remedy = z.infer<typeof Remedy>

/** One thing that was looked at between this app and the virtual machines. */
export const Finding = z.object({
  subject: z.string(),
  /** `look`: it works, but may be why something is not as expected. */
  state: z.enum(['wrong', 'look', 'unknown', 'good']),
  sentence: z.string(),
  remedy: Remedy.nullable(),
  /** Lines for whoever is to help: the host's own words, or what failed when. */
  details: z.array(z.string()),
})
export type Finding = z.infer<typeof Finding>

/** Why virtual machines can't be seen, or that nothing is in the way. What is wrong comes first. */
export const Diagnosis = z.object({
  madeAt: z.iso.datetime(),
  findings: z.array(Finding),
})
export type Diagnosis = z.infer<typeof Diagnosis>
