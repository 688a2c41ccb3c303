import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import type { Window } from '../e2e/window.ts'
import type { View } from './picture-studio.ts'
import type { Scene } from './scene.ts'

const views: Readonly<Record<string, View>> = {
  light: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active', colorScheme: 'dark' },
  zoomed: { zoom: 2 },
  narrow: { width: 900 },
}

/** The window, its dialogs and its settings on the demo host, in the ways in which people look at them. */
export const ownScenes: Readonly<
  Record<string, { readonly scene: Scene; readonly views: Readonly<Record<string, View>> }>
> = {
  main: {
    scene: onLab(selectOffice),
    views,
  },
  apply: {
    scene: onLab(async (window) => {
      await selectOffice(window)
      await window.choose(window.checkpoint('Clean install'), 'Apply…')
      await window.dialog('Apply Checkpoint').waitFor()
    }),
    views,
  },
  settings: {
    scene: onLab(async (window) => {
      await selectTester(window)
      await window.choose(window.machine('WIN11-TEST'), 'Settings…')
      await window.dialog('Settings for WIN11-TEST on HV-LAB').waitFor()
    }),
    views,
  },
}

function onLab(show: (window: Window) => Promise<void>): Scene {
  return {
    at: '2026-11-21T12:14:03Z',
    hostName: 'HV-LAB',
    lab: createLab,
    // From Z to A, so that the machine with the most to show stands in view with whole rows above it.
    settings: {
      columns: { hidden: ['version'], widths: {}, sortedBy: 'name', isDescending: true },
    },
    show: async (window) => {
      await show(window)
      return null
    },
  }
}

async function selectTester(window: Window): Promise<void> {
  // Rows out of sight are not drawn, so that one can't be found before the list was scrolled to it.
  await window.machines.getByRole('gridcell').first().click()
  while ((await window.machine('WIN11-TEST').count()) === 0) await window.page.keyboard.press('PageDown')
  await window.select('WIN11-TEST')
}

async function selectOffice(window: Window): Promise<void> {
  await selectTester(window)
  await window.checkpoint('Office and tools installed').click()
}
