import { AppError } from '#contract/errors'
import type { Clock, HostReading, HyperVHost } from '../../core/ports.ts'
import { appErrorOf } from '../failures.ts'
import { vmOfAnswer } from './list-of-reply.ts'
import type { Session } from './session.ts'
import { createVmReader } from './vm-reader.ts'

type Reads = Pick<HyperVHost, 'readAll' | 'readVm'> & {
  /** Which way the list was read last, and why; null before that. */
  readonly reading: () => HostReading | null
}

/** What a host tells without being changed. One session answers all of it. */
export function hostReading(reader: () => Session, clock: Clock): Reads {
  const vmReader = createVmReader(() => reader().run, clock)
  return {
    reading: vmReader.reading,
    readAll: async (onVm) => {
      const session = reader()
      const readings = await vmReader.readAll(onVm)
      // To an account without rights some versions of Windows show an empty host, which must not pass for one.
      if (readings.vms.length + readings.unread.length === 0 && (await session.hello()).rights === 'none') {
        throw noRights()
      }
      return readings
    },
    readVm: async (vmId) => {
      try {
        return vmOfAnswer((await reader().run('read-vm', { vmId })).value)
      } catch (error) {
        if (error instanceof AppError && error.code === 'vm-not-found') return null
        throw error
      }
    },
  }
}

function noRights(): AppError {
  return appErrorOf({ errorId: 'AccessDenied', category: 'PermissionDenied', message: '', service: null })
}
