import { AppError } from '#contract/errors'
import type { Handlers } from '#contract/operations'
import type { DesktopTools } from './ports.ts'

/** What the system's own windows of folders are asked for, where there is a desktop. */
export function folderWindow(desktop: DesktopTools | null): Pick<Handlers, 'folder.pick' | 'folder.show'> {
  return {
    'folder.pick': async ({ start }) => ({ path: await required(desktop).pickFolder(start) }),
    'folder.show': ({ path }) => {
      required(desktop).showPath(path)
      return Promise.resolve({})
    },
  }
}

function required(desktop: DesktopTools | null): DesktopTools {
  if (desktop !== null) return desktop
  throw new AppError('not-allowed', 'This works in Savepoint’s own window, and not in a browser.')
}
