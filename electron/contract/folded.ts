/** No zod in here: the window runs this file. */

/**
 * To find words in whatever case they are typed, the same on every computer: Turkish has an i without a dot, which a
 * Turkish computer would make of the I in “WIN01”, and nobody would find that by “win” any more.
 */
export function folded(words: string): string {
  return words.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i').replaceAll('ı', 'i')
}
