/** The pages of docs/help by the names of their files, in the order in which they are read. */
export const helpPages = [
  'checkpoints',
  'kinds',
  'going-back',
  'when-not-to',
  'files',
  'cost',
  'not-a-backup',
  'several-machines',
  'keys',
  'not-seen',
] as const
export type HelpPage = (typeof helpPages)[number]

/** What a link of a page leads to, such as `kinds.md`; null where that is no page. */
export function pageOfLink(link: string): HelpPage | null {
  return helpPages.find((page) => `${page}.md` === link) ?? null
}
