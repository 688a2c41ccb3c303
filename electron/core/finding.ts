import type { Finding, Remedy } from '#contract/diagnosis'

interface More {
  readonly remedy?: Remedy
  /** The host's own words, in its language. */
  readonly said?: string | undefined
}

/** A finding with what most of them have not left out. */
export function finding(
  subject: string,
  state: Finding['state'],
  sentence: string,
  { remedy, said }: More = {},
): Finding {
  return { subject, state, sentence, remedy: remedy ?? null, details: said === undefined ? [] : [said] }
}
