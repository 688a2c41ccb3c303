import type { Locator } from 'playwright-core'
import type { Vm } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'
import type { LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { hour, minute } from '../../electron/hyperv/simulated/lab-past.ts'
import type { Window } from '../e2e/window.ts'
import type { Scene } from './scene.ts'
import {
  at,
  bothKinds,
  takenAt10,
  takenAt9,
  walkthrough,
  walkthroughMoment,
  walkthroughName,
} from './walkthrough.ts'

/** Each as one of Hyper-V Manager's pictures shows it, by that picture's name. docs/compare.md goes through them. */
export const compareScenes: Readonly<Record<string, Scene>> = {
  std_checkpoint_upd: {
    at: '2015-09-29T12:20:00Z',
    hostName: 'WIN10HYPERV',
    machines: [
      {
        id: '5a7e00c0-1c0d-4e5a-9b03-00000000e003',
        name: 'WIN10DOC',
        state: 'Running',
        memoryStartup: 784 * 1024 ** 2,
        uptime: 2 * hour + 35 * minute + 2_000,
        past: [{ take: 'WIN10DOC - (9/29/2015 - 12:13:19 PM)', ago: 7 * minute }],
      },
    ],
    show: async (window) => {
      await window.select('WIN10DOC')
      return null
    },
  },
  'HyperVManager-OpenVMSettings': {
    at: '2015-10-01T17:41:20Z',
    hostName: 'SCOOLEY-FOGHORN',
    machines: ['chost', 'scooley-web'].map(hostedMachine),
    show: async (window) => {
      await window.select('chost')
      return null
    },
  },
  select_export: walk([...bothKinds, taken(takenAt9), { apply: 'Production' }], async (window) => {
    await window.select(walkthroughName)
    await window.machine(walkthroughName).click({ button: 'right' })
    await window.page.getByRole('menuitem', { name: 'Settings…' }).waitFor()
    return null
  }),
  export_progress: {
    ...walk([...bothKinds], async (window) => {
      await window.select(walkthroughName)
      await window.page.getByText('(26%)').waitFor()
      return window.page.getByRole('region', { name: 'Virtual Machines' })
    }),
    wrap: exporting,
  },
  click_export: walk([...bothKinds], async (window) => {
    await window.select(walkthroughName)
    await window.choose(window.checkpoint('Production'), 'Export…')
    const dialog = window.dialog('Export Virtual Machine')
    await dialog.getByRole('textbox', { name: 'Location' }).fill('C:\\Users\\Public\\')
    return dialog
  }),
  production_complete: walk(bothKinds, treeOf),
  standard_applied: walk([...bothKinds, taken(takenAt9), { apply: 'Standard' }], treeOf),
  applied_production: walk(
    [
      ...bothKinds,
      taken(takenAt9),
      { apply: 'Standard' },
      { take: takenAt10, ago: at('11:10:30') },
      { apply: 'Production' },
    ],
    treeOf,
  ),
  after_delete: walk([...bothKinds, taken(takenAt9), { apply: 'Production' }], treeOf),
  delete_checkpoint: walk(
    [
      ...bothKinds,
      taken(takenAt9),
      { apply: 'Standard' },
      { take: 'Delete me', ago: at('11:10:30') },
      { apply: 'Production' },
    ],
    async (window) => {
      await window.select(walkthroughName)
      await window.checkpoint('Delete me').click()
      await window.checkpoint('Delete me').click({ button: 'right' })
      await window.page.getByRole('menuitem', { name: 'Delete Checkpoint…' }).waitFor()
      return null
    },
  ),
  apply_standard_upd: walk(bothKinds, async (window) => {
    await window.select(walkthroughName)
    await window.choose(window.checkpoint('Standard'), 'Apply…')
    return window.dialog('Apply Checkpoint')
  }),
  delete_warn: walk([...bothKinds, taken('Delete me')], async (window) => {
    await window.select(walkthroughName)
    await window.choose(window.checkpoint('Delete me'), 'Delete Checkpoint…')
    return window.dialog('Delete Checkpoint')
  }),
  production_CheckpointName: walk([taken('Standard')], (window) => nameTyped(window, 'Production')),
  save_standard: walk([], (window) => nameTyped(window, 'Standard')),
  checkpoint_upd: {
    at: '2015-09-29T12:20:00Z',
    hostName: 'WIN10HYPERV',
    machines: [
      {
        id: '5a7e00c0-1c0d-4e5a-9b03-00000000e003',
        name: 'WIN10DOC',
        state: 'Running',
        snapshotFileLocation: 'D:\\Virtual Machines\\WIN10DOC\\WIN10DOC',
      },
    ],
    show: async (window) => {
      await window.select('WIN10DOC')
      await window.choose(window.machine('WIN10DOC'), 'Settings…')
      return window.dialog('Settings for WIN10DOC on WIN10HYPERV')
    },
  },
}

function walk(past: Parameters<typeof walkthrough>[0], show: Scene['show']): Scene {
  return { at: walkthroughMoment, hostName: 'HYPERV', machines: walkthrough(past), show }
}

function taken(name: string): { readonly take: string; readonly ago: number } {
  return { take: name, ago: at('11:09:22') }
}

function hostedMachine(name: string, index: number): LabMachine {
  return {
    id: `5a7e00c0-1c0d-4e5a-9b03-00000000e01${String(index)}`,
    name,
    state: 'Running',
    memoryStartup: ([512, 544][index] ?? 512) * 1024 ** 2,
    uptime: 14 * hour + 41 * minute + 20_000,
    version: '6.2',
    generation: 1,
    createdAt: Date.parse('2015-10-01T03:00:41Z'),
  }
}

async function treeOf(window: Window): Promise<Locator> {
  await window.select(walkthroughName)
  await window.checkpoint('Standard').waitFor()
  return window.page.getByRole('region', { name: 'Checkpoints' })
}

async function nameTyped(window: Window, name: string): Promise<Locator> {
  await window.select(walkthroughName)
  await window.choose(window.machine(walkthroughName), 'Checkpoint…')
  const dialog = window.dialog('Checkpoint Name')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  return dialog
}

/** The host on which an export of the walked machine stands at 26 %. */
function exporting(host: HyperVHost): HyperVHost {
  const shown = (vm: Vm): Vm =>
    vm.name === walkthroughName ? { ...vm, activity: { kind: 'exporting', percent: 26, job: null } } : vm
  return {
    ...host,
    readAll: async () => {
      const { vms, unread } = await host.readAll()
      return { vms: vms.map(shown), unread }
    },
  }
}
