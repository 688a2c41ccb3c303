import { revertRefusal } from './eligibility.ts'
import type { TrayAction, TrayEntry } from './tray-entry.ts'
import type { TrayMachine } from './tray-machines.ts'
import { trayName } from './tray-name.ts'
import { trayText } from './tray-text.ts'
import { verdictLine, verdictWord } from './verdict-text.ts'

/** No zod in here: the window runs this file. */

/** A machine in the menu: how it is in its own line, and what can be done with it below. */
export function trayMachineMenu(
  machine: TrayMachine,
  reasons: readonly string[],
  /** Why nothing can be asked of the host; null where it can. */
  unreachable: string | null,
): TrayEntry {
  const { vm } = machine
  const revert = unreachable ?? revertRefusal(vm)?.message ?? null
  return {
    kind: 'menu',
    id: `machine ${vm.id}`,
    label: machineLine(machine),
    entries: [
      ...checkpointEntries(machine, reasons),
      { kind: 'separator' },
      entry(machine, 'revert', trayText.revert, revert, show({ what: 'revert', vmId: vm.id })),
      entry(machine, 'open', trayText.openMachine, null, show({ what: 'window', vmId: vm.id })),
    ],
  }
}

/** "WEB01 · Running · Production · 3 days ago". */
function machineLine({ vm, verdict, newest }: TrayMachine): string {
  const state = vm.isCritical ? trayText.critical : vm.state
  return [trayName(vm.name), state, verdictWord(verdict), newest ?? trayText.noCheckpoint].join(' · ')
}

/** Where none can be taken the reason is said once, and not beside each way of asking for one. */
function checkpointEntries(machine: TrayMachine, reasons: readonly string[]): readonly TrayEntry[] {
  const { vm, refusal, verdict } = machine
  const said = reasons.filter((reason) => trayName(reason) !== '')
  const take = { do: 'checkpoint', vmId: vm.id, reason: null } as const
  const now = entry(machine, 'checkpoint', trayText.checkpointNow, refusal?.message ?? null, take)
  if (refusal !== null) return [now]
  return [
    { kind: 'words', label: verdictLine(verdict) },
    now,
    ...(said.length === 0 ? [] : [reasonMenu(machine, said)]),
    entry(machine, 'named', trayText.checkpointNamed, null, show({ what: 'checkpoint-named', vmId: vm.id })),
  ]
}

function reasonMenu(machine: TrayMachine, reasons: readonly string[]): TrayEntry {
  const { id: vmId } = machine.vm
  return {
    kind: 'menu',
    id: `reasons ${vmId}`,
    label: trayText.withReason,
    entries: reasons.map((reason, index) =>
      entry(machine, `reason ${String(index)}`, trayName(reason), null, { do: 'checkpoint', vmId, reason }),
    ),
  }
}

function show(request: Extract<TrayAction, { readonly do: 'show' }>['request']): TrayAction {
  return { do: 'show', request }
}

function entry(
  { vm }: TrayMachine,
  what: string,
  label: string,
  refusal: string | null,
  action: TrayAction,
): TrayEntry {
  return { kind: 'action', id: `${what} ${vm.id}`, label, refusal, action }
}
