import AboutDialog from '../dialogs/AboutDialog.vue'
import { ask } from '../dialogs/ask.ts'
import ShortcutsDialog from '../dialogs/ShortcutsDialog.vue'
import { refresh } from '../follow-host.ts'
import { useHosts } from '../stores/hosts.ts'
import { text } from '../text.ts'
import { chooseTheme } from '../theme/theme.ts'
import type { IconName } from '../ui/icons.ts'
import { offer, type Command, type Offer } from './command.ts'
import { key, type Key } from './key.ts'
import { once } from './once.ts'

export const refreshOffer = always('refresh', text.command.refresh, 'refresh', [key('F5')], () =>
  once('refresh', refresh),
)

export const filterOffer = always('filter', text.command.filter, 'search', [key('Ctrl+F')], () => {
  document.querySelector<HTMLInputElement>('#filter')?.focus()
  return Promise.resolve()
})

export const themeOffers: readonly Offer[] = (['system', 'light', 'dark'] as const).map((theme) =>
  always(`theme-${theme}`, text.menu.themes[theme], 'theme', [], () => {
    chooseTheme(theme)
    return Promise.resolve()
  }),
)

export const helpOffers: readonly Offer[] = [
  always('shortcuts', text.command.shortcuts, 'info', [key('F1')], async () => {
    await ask(ShortcutsDialog, () => ({}))
  }),
  always('about', text.command.about, 'savepoint', [], async () => {
    await ask(AboutDialog, () => ({ status: useHosts().status }))
  }),
]

function always(
  id: string,
  label: string,
  icon: IconName,
  keys: readonly Key[],
  run: () => Promise<void>,
): Offer {
  const command: Command<null> = { id, label, icon, keys, isOffered: () => true, refusal: () => null, run }
  return offer(command, null, null)
}
