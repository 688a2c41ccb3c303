/** The rules for what people name. No zod in here: the renderer imports this file at run time and says the same sentences. */

/** Hyper-V keeps a name in a field of 100 characters, counted in UTF-16 units. */
export const longestCheckpointName = 100
const longestCheckpointNotes = 4_000
const longestCheckpointReason = 200

/** Why Hyper-V, or we, would not take this name; null where it may be used as it is. */
export function checkpointNameProblem(name: string): string | null {
  if (name.trim() === '') return 'A checkpoint needs a name: type at least one letter.'
  if (name.length > longestCheckpointName) {
    return `A checkpoint's name has at most ${String(longestCheckpointName)} characters; this one has ${String(name.length)}.`
  }
  if (/[\p{Cc}\u2028\u2029]/u.test(name))
    return 'A checkpoint’s name is one line: it can’t hold line breaks, tabs or control characters.'
  if (!name.isWellFormed())
    return 'This name holds half of a character. Type it again, or paste it from another source.'
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(name)) {
    return 'This name holds an invisible mark that reverses the direction of text, which can make it read as another name. Type it without.'
  }
  return null
}

export function checkpointNotesProblem(notes: string): string | null {
  if (notes.length > longestCheckpointNotes) {
    return `Notes have at most ${String(longestCheckpointNotes)} characters; these have ${String(notes.length)}.`
  }
  if (/(?![\t\n\r])\p{Cc}/u.test(notes))
    return 'The notes hold a control character that Hyper-V can’t keep. Type them again without it.'
  if (!notes.isWellFormed())
    return 'The notes hold half of a character. Type them again, or paste them from another source.'
  return null
}

export function checkpointReasonProblem(reason: string): string | null {
  return reason.length > longestCheckpointReason
    ? `A reason has at most ${String(longestCheckpointReason)} characters; this one has ${String(reason.length)}.`
    : null
}
