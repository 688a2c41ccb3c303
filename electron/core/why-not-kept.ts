import type { FileTrouble } from './ports.ts'

/** What is said of a file of the app, by what is wrong with it. */
export type FileSentences = Readonly<Record<FileTrouble | 'unwritable', string>>

/** What can’t be opened, or is a newer version’s, is never written, whatever the disk is like. */
export function whyNotKept(trouble: FileTrouble | null, sentences: FileSentences): string {
  return trouble === 'unread' || trouble === 'newer' ? sentences[trouble] : sentences.unwritable
}
