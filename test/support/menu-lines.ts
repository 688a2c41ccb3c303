import type { TrayEntry } from '#contract/tray-entry'

/** A menu as one reads it: a line each, what lies in a submenu beneath its name. */
export type MenuLine = string | readonly [label: string, entries: readonly MenuLine[]]

export function menuLines(entries: readonly TrayEntry[]): readonly MenuLine[] {
  return entries.map((entry): MenuLine => {
    switch (entry.kind) {
      case 'separator':
        return '—'
      case 'words':
        return `(${entry.label})`
      case 'action':
        return entry.refusal === null ? entry.label : `${entry.label} ✗ ${entry.refusal}`
      case 'menu':
        return [entry.label, menuLines(entry.entries)]
    }
  })
}
