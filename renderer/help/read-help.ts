import { lexer, type Token } from 'marked'
import { helpPages, type HelpPage } from './help-page.ts'

export interface HelpText {
  readonly page: HelpPage
  readonly title: string
  /** What follows the title. */
  readonly tokens: readonly Token[]
}

/** The very files that stand in docs/help, as text. */
const files: Readonly<Record<string, string>> = import.meta.glob('../../docs/help/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export const helpTexts: readonly HelpText[] = helpPages.map(read)

function read(page: HelpPage): HelpText {
  const [heading, ...tokens] = lexer(files[`../../docs/help/${page}.md`] ?? '')
  return { page, title: heading?.type === 'heading' ? String(heading.text) : page, tokens }
}
