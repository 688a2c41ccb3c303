import { powerMonitor } from 'electron'
import type { App } from '../core/app.ts'
import type { Log } from '../core/ports.ts'

interface Parts extends Pick<App, 'dispatch'> {
  readonly log: Pick<Log, 'info'>
}

/** While the computer slept nobody told of changes, so all is read as soon as it is awake. */
export function readAfterSleep({ dispatch, log }: Parts): void {
  powerMonitor.on('suspend', () => {
    log.info('computer goes to sleep')
  })
  powerMonitor.on('resume', () => {
    log.info('computer is awake')
    void dispatch('host.refresh', {})
  })
}
