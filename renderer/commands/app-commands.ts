import type { AppSettings } from '#contract/app-settings'
import { failureOf } from '#contract/errors'
import type { VmId } from '#contract/model'
import { call, isDesktop } from '../bridge.ts'
import { ask } from '../dialogs/ask.ts'
import { lateDialogs } from '../dialogs/late-dialogs.ts'
import { refresh } from '../follow-host.ts'
import { openHelp } from '../help/open-help.ts'
import { pageOfFocus } from '../help/page-of-focus.ts'
import { healthOffer } from '../health/health-offer.ts'
import { sentence } from '../sentence.ts'
import { useDesktop } from '../stores/desktop.ts'
import { useHosts } from '../stores/hosts.ts'
import { useNotices } from '../stores/notices.ts'
import { useSelection } from '../stores/selection.ts'
import { useSettings } from '../stores/settings.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import { always } from './always.ts'
import { checkpointCommands } from './checkpoint-commands.ts'
import type { Offer } from './command.ts'
import { folderFinding } from './folder-finding.ts'
import { key } from './key.ts'
import { once } from './once.ts'
import { undoOffer } from './undo.ts'
import { vmActions } from './vm-commands.ts'

export const refreshOffer = always('refresh', text.command.refresh, 'refresh', [key('F5')], () =>
  once('refresh', refresh),
)

export const filterOffer = always('filter', text.command.filter, 'search', [key('Ctrl+F')], () => {
  document.querySelector<HTMLInputElement>('#filter')?.focus()
  return Promise.resolve()
})

export const settingsOffer = always(
  'app-settings',
  text.command.appSettings,
  'settings',
  [key('Ctrl+,')],
  async () => {
    const settings = useSettings()
    await ask(lateDialogs.appSettings, () => ({
      state: settings.state ?? { settings: settings.settings, problem: null },
      vmName: useSelection().vm?.name ?? null,
      folders: folderFinding(),
      desktop: useDesktop().state,
      nameOf: (vmId: VmId) => useVms().byId.get(vmId)?.name ?? null,
      pauseHotkey: useDesktop().pauseHotkey,
      send: settings.change,
    }))
  },
)

export const closeOffer = always('close-window', text.command.closeWindow, 'close', [], () => {
  window.close()
  return Promise.resolve()
})

/** One of them is in force, and is marked. */
export function themeOffers(): readonly Offer[] {
  const { theme } = useSettings().settings
  return (['system', 'light', 'dark'] as const).map((each) => ({
    ...always(`theme-${each}`, text.menu.themes[each], each === theme ? 'check' : 'none', [], () =>
      setTheme(each),
    ),
    isChosen: each === theme,
  }))
}

export const diagnoseOffer = always('diagnose', text.command.diagnose, 'search', [], async () => {
  await ask(lateDialogs.diagnostics, () => ({
    diagnose: () => call('host.diagnose', {}),
    join: isDesktop() ? () => call('host.joinAdministrators', {}) : null,
  }))
})

export const helpOffer = always('help', text.command.help, 'help', [key('F1')], () => {
  openHelp(pageOfFocus())
  return Promise.resolve()
})

export const helpOffers: readonly Offer[] = [
  helpOffer,
  always('shortcuts', text.command.shortcuts, 'info', [key('?')], async () => {
    await ask(lateDialogs.shortcuts, () => ({ commands: allCommands() }))
  }),
  diagnoseOffer,
  always('about', text.command.about, 'savepoint', [], async () => {
    await ask(lateDialogs.about, () => ({
      status: useHosts().status,
      read: () => call('app.about', {}),
      diagnose: () => call('host.diagnose', {}),
    }))
  }),
]

function allCommands(): readonly Pick<Offer, 'label' | 'keys'>[] {
  return [
    ...vmActions.flat(),
    ...checkpointCommands.flat(),
    undoOffer,
    refreshOffer,
    filterOffer,
    healthOffer,
    settingsOffer,
    ...helpOffers,
  ]
}

/** As a notice where it fails, since a menu has no place to say it. */
async function setTheme(theme: AppSettings['theme']): Promise<void> {
  try {
    await useSettings().change({ theme })
  } catch (error) {
    const { message, detail } = failureOf(error)
    const title = sentence`${text.appSettings.theme}`
    useNotices().add({ id: 'theme', severity: 'error', vmId: null, title, message, detail: detail ?? null })
  }
}
