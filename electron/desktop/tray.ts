import { assertNever } from '#contract/errors'
import type { VmId } from '#contract/model'
import { showWindow } from '#contract/show-window'
import type { TrayFacts } from '#contract/tray-facts'
import { trayMachines } from '#contract/tray-machines'
import { trayMenuOf } from '#contract/tray-menu'
import { trayStateOf } from '#contract/tray-state'
import type { App } from '../core/app.ts'
import { type AppFollower, followApp } from '../core/follow-app.ts'
import type { Clock } from '../core/ports.ts'
import { secondStartOf } from './command-line.ts'
import type { HotkeyWishes } from './desktop-tools.ts'
import { followHotkey } from './hotkey.ts'
import { createJumpList } from './jump-list.ts'
import { type TrayActs, createTrayActs } from './tray-acts.ts'
import { type TrayIcon, createTrayIcon } from './tray-icon.ts'
import { trayMenuTemplate } from './tray-menu-template.ts'
import { type TrayWindow, createTrayWindow } from './tray-window.ts'
import { watchOperations } from './watch-operations.ts'

interface TrayParts {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  readonly clock: Clock
  readonly preload: string
  readonly hotkey: HotkeyWishes
  readonly quit: () => void
  /** What the entries of the jump list start; null where there is no such list. */
  readonly program: string | null
}

export interface Tray {
  /** Takes the checkpoint that the command line of this start asks for, if it asks for one. */
  readonly run: (options: { readonly checkpoint: string | null; readonly reason: string | null }) => void
  /** Does what a second start wants by what it hands over. */
  readonly runAgain: (handedOver: unknown) => void
  readonly close: () => void
}

/** The app in the taskbar: icon, menu, small window, key and jump list, and how that ended which began there. */
export function startTray({ app, clock, preload, quit, program, hotkey: wishes }: TrayParts): Tray {
  const acts = createTrayActs({ app, clock, quit })
  const ofSmallWindow = watchOperations(app, (operation) => {
    acts.results.follow(operation, small.whileOpen())
  })
  const small = createTrayWindow({ app: ofSmallWindow, clock, preload })
  const jumpList = program === null ? null : createJumpList(program)
  const follower = followApp(app, clock, (facts) => {
    icon.show(trayStateOf(facts))
    acts.results.look(facts)
    // Before the host has answered nobody knows how its machines are called.
    if (facts.status?.connection === 'live') jumpList?.(facts)
  })
  const icon = createIcon({ acts, small, follower })
  const hotkey = followHotkey({
    app,
    clock,
    ...wishes,
    onKey: () => {
      takeOfLast(follower.facts(), acts, () => {
        small.open(icon.bounds())
      })
    },
  })
  return {
    ...commandLine(acts),
    close: () => {
      void hotkey.then((release) => {
        release()
      })
      follower.close()
      small.close()
      icon.close()
    },
  }
}

interface Shown {
  readonly acts: TrayActs
  readonly small: TrayWindow
  readonly follower: AppFollower
}

function createIcon({ acts, small, follower }: Shown): TrayIcon {
  const icon = createTrayIcon({
    onClick: () => {
      small.toggle(icon.bounds())
    },
    onDoubleClick: () => {
      small.close()
      acts.act(showWindow())
    },
    onPointer: () => void follower.readReadiness(unreadOf(follower.facts())),
    menu: () => trayMenuTemplate(trayMenuOf(follower.facts()), acts.act),
  })
  return icon
}

/** A guest is asked by itself, and a menu of this length is read at a glance. */
const mostAsked = 8

/** Those at the top of the menu of which nobody knows yet what their checkpoint would be. */
function unreadOf(facts: TrayFacts): readonly VmId[] {
  const { readiness, settings } = facts
  return trayMachines(facts)
    .filter(({ vm }, index) => index < mostAsked || vm.id === settings.lastVmId)
    .flatMap(({ vm }) => (readiness.has(vm.id) ? [] : [vm.id]))
}

/** Of the machine that was last taken one of in this way; before the first the small window asks which. */
function takeOfLast({ settings }: TrayFacts, { act }: TrayActs, ask: () => void): void {
  if (settings.lastVmId === null) ask()
  else act({ do: 'checkpoint', vmId: settings.lastVmId, reason: null })
}

function commandLine({ act, take }: TrayActs): Pick<Tray, 'run' | 'runAgain'> {
  return {
    run: ({ checkpoint, reason }) => {
      if (checkpoint !== null) void take({ machine: checkpoint, reason })
    },
    runAgain: (handedOver) => {
      const start = secondStartOf(handedOver)
      switch (start.want) {
        case 'nothing':
          return
        case 'window':
          act(showWindow())
          return
        case 'checkpoint':
          return void take(start)
        default:
          return assertNever(start)
      }
    },
  }
}
