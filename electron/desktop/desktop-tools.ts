import type { DesktopState } from '#contract/desktop'
import type { DesktopTools } from '../core/ports.ts'
import { folderWindow } from './folder-window.ts'

interface Parts extends Pick<DesktopTools, 'showWindow' | 'joinAdministrators'> {
  readonly isInstalled: boolean
}

export interface HotkeyWishes {
  /** Null where the key works, or none is set. */
  readonly setProblem: (problem: string | null) => void
  /** Calls back whenever it is to be let go, and held again; the function returned ends that. */
  readonly followPause: (onPause: (isPaused: boolean) => void) => () => void
}

/** What the app is as a program of its own: its answers to what only the desktop can do, and what of that does not work. */
export function createDesktopTools({ isInstalled, ...tools }: Parts): {
  readonly tools: DesktopTools
  /** What whoever holds the key needs of the rest. */
  readonly hotkey: HotkeyWishes
} {
  const followers = new Set<(state: DesktopState) => void>()
  const holders = new Set<(isPaused: boolean) => void>()
  let hotkeyProblem: string | null = null
  const state = (): DesktopState => ({
    isDesktop: true,
    hotkeyProblem,
    canStartWithWindows: isInstalled,
  })
  return {
    tools: {
      ...folderWindow,
      ...tools,
      state,
      follow: (onState) => {
        followers.add(onState)
        return () => followers.delete(onState)
      },
      pauseHotkey: (isPaused) => {
        for (const hold of holders) hold(isPaused)
      },
    },
    hotkey: {
      setProblem: (problem) => {
        if (problem === hotkeyProblem) return
        hotkeyProblem = problem
        for (const follower of followers) follower(state())
      },
      followPause: (onPause) => {
        holders.add(onPause)
        return () => holders.delete(onPause)
      },
    },
  }
}
