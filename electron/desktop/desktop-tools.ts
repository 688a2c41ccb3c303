import type { DesktopState } from '#contract/desktop'
import type { DesktopTools } from '../core/ports.ts'
import { folderWindow } from './folder-window.ts'

interface Parts extends Pick<DesktopTools, 'showWindow' | 'joinAdministrators'> {
  readonly isInstalled: boolean
}

/** What the app is as a program of its own: its answers to what only the desktop can do, and what of that does not work. */
export function createDesktopTools({ isInstalled, ...tools }: Parts): {
  readonly tools: DesktopTools
  /** Null where the key works, or none is set. */
  readonly setHotkeyProblem: (problem: string | null) => void
} {
  const followers = new Set<(state: DesktopState) => void>()
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
    },
    setHotkeyProblem: (problem) => {
      if (problem === hotkeyProblem) return
      hotkeyProblem = problem
      for (const follower of followers) follower(state())
    },
  }
}
