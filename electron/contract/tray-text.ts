import type { HostStatus } from './model.ts'
import { trayName } from './tray-name.ts'

/** No zod in here: the window runs this file. */

/** What the tray says, in its menu, its small window and when the pointer rests on it. */
export const trayText = {
  product: 'Savepoint',
  demo: 'Demo host: nothing here touches a real virtual machine.',
  connecting: (host: string) => (host === '' ? 'Connecting to Hyper-V…' : `Connecting to ${host}…`),
  lost: (host: string) => (host === '' ? 'Hyper-V can’t be reached.' : `${host} can’t be reached.`),
  stillConnecting: 'Savepoint is still connecting to Hyper-V. Try again in a moment.',
  noMachines: 'No virtual machines were found on this server.',
  quick: (vm: string) => `Checkpoint ${vm}`,
  quickLast: 'Checkpoint the Last Machine',
  lastIsGone:
    'The virtual machine that the last checkpoint was taken of is no longer on this host. Choose another one.',
  critical: 'Storage critical',
  noCheckpoint: 'no checkpoint',
  others: 'Other Virtual Machines',
  more: 'More in Savepoint…',
  checkpointNow: 'Checkpoint Now',
  withReason: 'Checkpoint With a Reason',
  checkpointNamed: 'Checkpoint…',
  revert: 'Revert…',
  openMachine: 'Open in Savepoint',
  undo: (what: string) => `Undo: ${what}`,
  deletion: (checkpoint: string, vm: string) => `Delete “${checkpoint}” of ${vm}`,
  operations: (count: number) => (count === 1 ? '1 operation' : `${String(count)} operations`),
  health: (machines: number) => {
    if (machines === 0) return 'Health: nothing needs a look'
    return machines === 1
      ? 'Health: 1 virtual machine needs a look'
      : `Health: ${String(machines)} virtual machines need a look`
  },
  findings: (count: number, wrong: number) => {
    const found = count === 1 ? '1 finding' : `${String(count)} findings`
    return wrong === 0 ? found : `${found}, ${String(wrong)} wrong`
  },
  open: 'Open Savepoint',
  settings: 'Settings…',
  quit: 'Quit Savepoint',
} as const

/** What has to be said of the host before anything else; null where it answers. */
export function hostWords(status: HostStatus | null): string | null {
  const name = trayName(status?.name ?? '')
  if (status === null || status.connection === 'connecting') return trayText.connecting(name)
  return status.connection === 'lost' ? trayText.lost(name) : null
}
