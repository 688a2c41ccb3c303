import type { About, DesktopState } from '#contract/desktop'
import { AppError } from '#contract/errors'
import type { Publish } from '#contract/events'
import type { Handlers } from '#contract/operations'
import type { DesktopTools } from './ports.ts'

type OfTheDesktop = Extract<
  keyof Handlers,
  | 'app.about'
  | 'desktop.state'
  | 'hotkey.pause'
  | 'window.show'
  | 'host.joinAdministrators'
  | 'folder.pick'
  | 'folder.show'
>

/** What only a program of its own can do on this computer; in a browser it is refused, or does as much as a page can. */
export function desktopHandlers(
  desktop: DesktopTools | null,
  publish: Publish,
  about: About,
): Pick<Handlers, OfTheDesktop> {
  return {
    'app.about': () => Promise.resolve(about),
    'desktop.state': () => Promise.resolve(desktop?.state() ?? inBrowser),
    'hotkey.pause': ({ isPaused }) => {
      required(desktop).pauseHotkey(isPaused)
      return Promise.resolve({})
    },
    'window.show': async (request) => {
      await desktop?.showWindow()
      publish('window.asked', request)
      return {}
    },
    'host.joinAdministrators': async () => required(desktop).joinAdministrators(),
    'folder.pick': async ({ start }) => ({ path: await required(desktop).pickFolder(start) }),
    'folder.show': ({ path }) => {
      required(desktop).showPath(path)
      return Promise.resolve({})
    },
  }
}

const inBrowser: DesktopState = { isDesktop: false, hotkeyProblem: null, canStartWithWindows: false }

function required(desktop: DesktopTools | null): DesktopTools {
  if (desktop !== null) return desktop
  throw new AppError('not-allowed', 'This works in Savepoint’s own window, and not in a browser.')
}
