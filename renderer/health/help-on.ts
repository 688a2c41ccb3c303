import type { HealthKind } from '#contract/health-finding'
import type { HelpPage } from '../help/help-page.ts'
import { openHelp } from '../help/open-help.ts'

/** What is said of a thing that can’t be put right from here. */
export function openHelpOn(kind: HealthKind): void {
  openHelp(pages[kind] ?? 'cost')
}

const pages: Partial<Readonly<Record<HealthKind, HelpPage>>> = {
  backup: 'not-a-backup',
  'left-behind': 'files',
  missing: 'files',
}
