import { createSession, type Session } from '../../../electron/hyperv/powershell/session.ts'
import { systemClock } from '../../../electron/storage/system-clock.ts'
import { silentLog } from '../../support/silent-log.ts'
import { benchEnvironment, benchShell } from './bench-child.ts'
import type { Peer } from './peer.ts'

/** The product's own session, as it is in the app. */
export async function openOurs(): Promise<Peer> {
  const session: Session = createSession({
    file: benchShell,
    environment: benchEnvironment('lines'),
    clock: systemClock,
    log: silentLog,
  })
  await session.hello()
  return {
    ask: async (request) => (await session.run('read-vm', request)).value,
    close: session.close,
  }
}
