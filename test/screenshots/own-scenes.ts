import type { VmId } from '#contract/model'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
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

const traySize = { width: 380, height: 520 } as const

/** It has one width. */
const trayViews: Readonly<Record<string, View>> = {
  light: traySize,
  dark: { ...traySize, colorScheme: 'dark' },
  forced: { ...traySize, forcedColors: 'active', colorScheme: 'dark' },
  zoomed: { ...traySize, zoom: 2 },
}

/** The window, its dialogs, its settings and the tray's window on the demo host, in the ways in which people look at them. */
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
  tray: {
    scene: inTray(async ({ page }) => {
      await page.getByRole('option', { name: 'WIN11-TEST' }).getByText('Production').waitFor()
    }),
    views: trayViews,
  },
  'tray-taken': {
    scene: inTray(async ({ page }) => {
      await page.getByRole('combobox', { name: 'Reason' }).selectOption('Before updates')
      await page.getByRole('button', { name: 'Checkpoint', exact: true }).click()
      await page.getByRole('button', { name: 'Rename' }).waitFor()
    }),
    views: { light: traySize, dark: { ...traySize, colorScheme: 'dark' } },
  },
}

/** The tray's small window, as another page of the same browser. */
function inTray(show: (window: Window) => Promise<void>): Scene {
  return {
    ...onLab(async (window) => {
      await window.machines.waitFor()
      await window.page.goto(new URL('/tray.html', window.page.url()).href)
      await window.page.getByRole('option', { name: 'WIN11-TEST' }).waitFor()
      await show(window)
    }),
    settings: { favourites: [labVmId.tester, labVmId.database, labVmId.webServer] as VmId[] },
  }
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
