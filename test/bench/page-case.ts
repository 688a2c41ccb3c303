import type { BenchCase, BenchSettings, CaseResult } from './bench-case.ts'
import { openPage, type OpenPage } from './open-page.ts'

/** A case that is measured in a browser. Where none is found it says so, and measures nothing. */
export function pageCase(
  { name, title }: Pick<BenchCase, 'name' | 'title'>,
  measure: (
    opened: OpenPage,
    settings: BenchSettings,
  ) => Promise<Pick<CaseResult, 'rows' | 'goals' | 'remarks'>>,
): BenchCase {
  return {
    name,
    title,
    run: async (settings) => {
      const opened = await openPage()
      if (opened === null)
        return {
          name,
          title,
          rows: [],
          goals: [],
          remarks: ['Not measured: no Edge, Chrome or Chromium was found.'],
        }
      try {
        const { rows, goals, remarks } = await measure(opened, settings)
        return { name, title, rows, goals, remarks: [`In ${opened.browser}.`, ...remarks] }
      } finally {
        await opened.close()
      }
    },
  }
}
