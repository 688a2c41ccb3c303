import type { HealthFinding } from './health-finding.ts'
import type { Vm } from './model.ts'
import { showWindow } from './show-window.ts'
import type { TrayEntry } from './tray-entry.ts'
import type { TrayFacts } from './tray-facts.ts'
import { trayHealth } from './tray-health.ts'
import { trayMachineMenu } from './tray-machine-menu.ts'
import { type TrayMachine, hostRefusal, trayMachines } from './tray-machines.ts'
import { trayName } from './tray-name.ts'
import { trayOperations } from './tray-operations.ts'
import { hostWords, trayText } from './tray-text.ts'
import { verdictLine } from './verdict-text.ts'

/** No zod in here: the window runs this file. */

/** Of a menu that is longer than a screen nobody reads the end. */
const mostLines = 20
const mostFirst = 8

/** Pure: the tray's menu, in groups with a line between them. */
export function trayMenuOf(facts: TrayFacts): readonly TrayEntry[] {
  const machines = trayMachines(facts)
  const groups: readonly (readonly TrayEntry[])[] = [
    hostEntries(facts, machines),
    quickEntries(facts, machines),
    machineEntries(facts, machines),
    trayOperations(facts.operations),
    machines.length === 0 ? [] : [healthEntry(facts)],
    appEntries,
  ]
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ kind: 'separator' } as const, ...group]))
}

function hostEntries({ status }: TrayFacts, machines: readonly TrayMachine[]): readonly TrayEntry[] {
  const host = hostWords(status)
  return [
    ...(status?.kind === 'demo' ? [trayText.demo] : []),
    ...(host === null ? [] : [host]),
    ...(status?.connection === 'lost' && status.problem !== null ? [status.problem.message] : []),
    ...(host === null && machines.length === 0 ? [trayText.noMachines] : []),
  ].map((label) => ({ kind: 'words', label }))
}

/** Of the machine that was last taken a checkpoint of, in one click. */
function quickEntries(
  { settings: { lastVmId }, status }: TrayFacts,
  machines: readonly TrayMachine[],
): readonly TrayEntry[] {
  if (lastVmId === null) return []
  const action = { do: 'checkpoint', vmId: lastVmId, reason: null } as const
  const last = machines.find(({ vm }) => vm.id === lastVmId)
  // Before the list was read nobody knows whether it is gone.
  if (last === undefined)
    return status?.connection === 'live'
      ? [{ kind: 'action', id: 'quick', label: trayText.quickLast, refusal: trayText.lastIsGone, action }]
      : []
  const { vm, verdict, refusal } = last
  const name = trayText.quick(trayName(vm.name))
  const label = refusal === null ? `${name} · ${verdictLine(verdict)}` : name
  return [{ kind: 'action', id: 'quick', label, refusal: refusal?.message ?? null, action }]
}

/** Favourites, or the first by name where there are none, and the rest one step further. */
function machineEntries(
  { settings, status }: TrayFacts,
  machines: readonly TrayMachine[],
): readonly TrayEntry[] {
  const unreachable = hostRefusal(status)?.message ?? null
  const favourites = machines.filter(({ isFavourite }) => isFavourite)
  const first = (favourites.length === 0 ? machines : favourites).slice(0, mostFirst)
  const others = machines.slice(first.length)
  const menus = (some: readonly TrayMachine[]): readonly TrayEntry[] =>
    some.map((machine) => trayMachineMenu(machine, settings.reasons, unreachable))
  const entries = shortened(menus(others.slice(0, mostLines)), others.length, moreMachines)
  return [
    ...menus(first),
    ...(others.length === 0
      ? []
      : [{ kind: 'menu', id: 'others', label: trayText.others, entries } as const]),
  ]
}

/** Leads to the health page, by whichever machine. */
function healthEntry(facts: TrayFacts): TrayEntry {
  const found = trayHealth(facts)
  const label = trayText.health(found.size)
  if (found.size === 0) return showHealth('health', label)
  const lines = facts.vms.flatMap((vm) => healthLine(vm, found.get(vm.id)))
  const entries = shortened(lines.slice(0, mostLines), lines.length, showHealth('more health', trayText.more))
  return { kind: 'menu', id: 'health', label, entries }
}

function healthLine(vm: Vm, findings: readonly HealthFinding[] | undefined): readonly TrayEntry[] {
  if (findings === undefined) return []
  const wrong = findings.filter(({ severity }) => severity === 'wrong').length
  const label = `${trayName(vm.name)}: ${trayText.findings(findings.length, wrong)}`
  return [showHealth(`health ${vm.id}`, label)]
}

function showHealth(id: string, label: string): TrayEntry {
  return { kind: 'action', id, label, refusal: null, action: { do: 'show', request: { what: 'health' } } }
}

/** As long as a menu may be, its last line leading to the rest. */
function shortened(entries: readonly TrayEntry[], length: number, more: TrayEntry): readonly TrayEntry[] {
  return length <= mostLines ? entries : [...entries.slice(0, mostLines - 1), more]
}

const moreMachines: TrayEntry = {
  kind: 'action',
  id: 'more machines',
  label: trayText.more,
  refusal: null,
  action: showWindow(),
}

const appEntries: readonly TrayEntry[] = [
  {
    kind: 'action',
    id: 'open',
    label: trayText.open,
    refusal: null,
    action: showWindow(),
  },
  {
    kind: 'action',
    id: 'settings',
    label: trayText.settings,
    refusal: null,
    action: { do: 'show', request: { what: 'settings' } },
  },
  { kind: 'action', id: 'quit', label: trayText.quit, refusal: null, action: { do: 'quit' } },
]
