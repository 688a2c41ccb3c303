import { globalShortcut } from 'electron'
import type { AppSettings } from '#contract/app-settings'
import type { App } from '../core/app.ts'
import { followSettings } from './follow-settings.ts'

interface Parts {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  /** Null where the key works, or none is set. */
  readonly setProblem: (problem: string | null) => void
  readonly onKey: () => void
}

/** Holds the key of the settings in all of Windows, and another one as soon as another is set. The function returned lets it go. */
export async function followHotkey({ app, setProblem, onKey }: Parts): Promise<() => void> {
  let held = ''
  const release = (): void => {
    if (held !== '') globalShortcut.unregister(held)
    held = ''
  }
  const hold = ({ hotkey }: Pick<AppSettings, 'hotkey'>): void => {
    if (hotkey === held) return
    release()
    const isOurs = hotkey === '' || globalShortcut.register(hotkey, onKey)
    if (isOurs) held = hotkey
    setProblem(isOurs ? null : taken(hotkey))
  }
  const unfollow = await followSettings(app, hold)
  return () => {
    unfollow()
    release()
  }
}

function taken(hotkey: string): string {
  return `Another program has ${hotkey}, so it does nothing here. Choose other keys, or close that program and start Savepoint again.`
}
