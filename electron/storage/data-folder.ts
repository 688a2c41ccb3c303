import { homedir } from 'node:os'
import { join } from 'node:path'

type Variables = Readonly<Record<string, string | undefined>>

/** Where the app keeps what outlives it: one folder of this computer, which does not roam. SAVEPOINT_DATA names another. */
export function dataFolder(variables: Variables, platform: string, home = homedir()): string {
  const named = variables.SAVEPOINT_DATA
  if (named !== undefined && named !== '') return named
  if (platform === 'win32') return join(variables.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Savepoint')
  const state = variables.XDG_STATE_HOME
  return join(state === undefined || state === '' ? join(home, '.local', 'state') : state, 'savepoint')
}
