import type { About } from '#contract/desktop'
import type { KeptSettings } from './core/app-settings.ts'
import type { OwnFacts } from './core/diagnosis-facts.ts'
import type { DesktopTools, Journal } from './core/ports.ts'
import type { KeptRecords } from './core/records.ts'
import { withoutHome } from './storage/without-home.ts'

interface Parts {
  readonly about: About
  readonly settings: Pick<KeptSettings, 'state'>
  readonly records: Pick<KeptRecords, 'problem'>
  readonly journal: Pick<Journal, 'isKept' | 'isWhole'>
  readonly desktop: Pick<DesktopTools, 'state'> | null
}

/** What the app knows of itself at the moment, as it may be shown to others. */
export function ownFacts({ about, settings, records, journal, desktop }: Parts): OwnFacts {
  return {
    ...shownToOthers(about),
    files: {
      settings: settings.state().problem,
      records: records.problem(),
      journal: journalProblem(journal),
    },
    desktop: desktop?.state() ?? null,
  }
}

/** What of it is known without the rest of the app, which alone opens its files. */
export function ownFactsWithoutFiles(about: About): OwnFacts {
  return { ...shownToOthers(about), files: null, desktop: null }
}

function shownToOthers(about: About): Pick<OwnFacts, 'about' | 'logFolder'> {
  return { about, logFolder: about.logFolder === null ? null : withoutHome(about.logFolder) }
}

function journalProblem({ isKept, isWhole }: Pick<Journal, 'isKept' | 'isWhole'>): string | null {
  if (!isKept()) return journalNotKept
  return isWhole ? null : journalNotWhole
}

const journalNotWhole =
  'Some of what an earlier start had under way could not be read and was set aside. Look at the list, which shows what is true now; nothing is sent again.'

const journalNotKept =
  'What is under way is not kept on the disk, so a start after a crash would not find it. Look whether the disk is full or the folder is write-protected.'
