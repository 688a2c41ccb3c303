/** No zod in here: the window runs this file. */

/** What somebody typed or named, without line breaks, control characters and marks that turn the direction of text around it. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
