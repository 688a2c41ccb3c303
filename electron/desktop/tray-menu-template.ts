import type { MenuItemConstructorOptions } from 'electron'
import { assertNever } from '#contract/errors'
import type { TrayAction, TrayEntry } from '#contract/tray-entry'

/** The entries as Windows draws them. What can't be done says why in its own line, for there is no other place in its menus. */
export function trayMenuTemplate(
  entries: readonly TrayEntry[],
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return entries.map((entry) => item(entry, act))
}

function item(entry: TrayEntry, act: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' }
    case 'words':
      return { label: plain(entry.label), enabled: false }
    case 'action':
      return {
        id: entry.id,
        label: plain(entry.refusal === null ? entry.label : `${entry.label} (${entry.refusal})`),
        enabled: entry.refusal === null,
        click: () => {
          act(entry.action)
        },
      }
    case 'menu':
      return { id: entry.id, label: plain(entry.label), submenu: trayMenuTemplate(entry.entries, act) }
    default:
      return assertNever(entry)
  }
}

/** In Windows' menus an & underlines what follows it, and a tab begins another column. */
function plain(label: string): string {
  return label.replaceAll('&', '&&').replaceAll('\t', ' ')
}
