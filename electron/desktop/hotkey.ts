import { globalShortcut } from 'electron'
import type { AppSettings } from '#contract/app-settings'
import type { App } from '../core/app.ts'
import type { Clock } from '../core/ports.ts'
import type { HotkeyWishes } from './desktop-tools.ts'
import { followSettings } from './follow-settings.ts'

interface Parts extends HotkeyWishes {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  readonly clock: Pick<Clock, 'after'>
  readonly onKey: () => void
}

/** Milliseconds. A page that is gone no longer says that nobody presses keys for it. */
const longestPause = 60_000

/** Holds the key of the settings in all of Windows, and another one as soon as another is set. The function returned lets it go. */
export async function followHotkey(parts: Parts): Promise<() => void> {
  const { app, clock, setProblem, followPause, onKey } = parts
  let wanted = ''
  let held = ''
  let endPause: (() => void) | null = null
  const release = (): void => {
    if (held !== '') globalShortcut.unregister(held)
    held = ''
  }
  const hold = (): void => {
    endPause?.()
    endPause = null
    if (wanted === held) return
    release()
    const isOurs = wanted === '' || globalShortcut.register(wanted, onKey)
    if (isOurs) held = wanted
    setProblem(isOurs ? null : taken(wanted))
  }
  const pause = (): void => {
    endPause?.()
    endPause = clock.after(longestPause, hold)
    release()
  }
  const unfollowPause = followPause((isPaused) => {
    if (isPaused) pause()
    else hold()
  })
  const unfollow = await followSettings(app, ({ hotkey }: Pick<AppSettings, 'hotkey'>) => {
    wanted = hotkey
    hold()
  })
  return () => {
    unfollow()
    unfollowPause()
    endPause?.()
    release()
  }
}

function taken(hotkey: string): string {
  return `Another program has ${hotkey}, so it does nothing here. Choose other keys, or close that program and start Savepoint again.`
}
