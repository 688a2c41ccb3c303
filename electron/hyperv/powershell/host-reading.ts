import { AppError } from '#contract/errors'
import type { Vm } from '#contract/model'
import type { Clock, HostReading, HyperVHost } from '../../core/ports.ts'
import { appErrorOf } from '../failures.ts'
import { vmOfAnswer } from './list-of-reply.ts'
import type { Session } from './session.ts'
import { createVmReader } from './vm-reader.ts'

type Reads = Pick<HyperVHost, 'readAll' | 'readVm'> & {
  /** Which way the list was read last, and why; null before that. */
  readonly reading: () => HostReading | null
  /** Whether any machine had figures that run, or was at work, when it was read last. */
  readonly isAnyOn: () => boolean
}

/** What a host tells without being changed. One session answers all of it. */
export function hostReading(reader: () => Session, clock: Clock): Reads {
  const vmReader = createVmReader(() => reader().run, clock)
  let isAnyOn = false
  return {
    reading: vmReader.reading,
    isAnyOn: () => isAnyOn,
    readAll: async (onVm) => {
      const session = reader()
      const readings = await vmReader.readAll(onVm)
      // To an account without rights some versions of Windows show an empty host, which must not pass for one.
      if (readings.vms.length + readings.unread.length === 0 && (await session.hello()).rights === 'none') {
        throw noRights()
      }
      isAnyOn = readings.vms.some(isOn)
      return readings
    },
    readVm: async (vmId) => {
      try {
        const vm = vmOfAnswer((await reader().run('read-vm', { vmId })).value)
        isAnyOn ||= isOn(vm)
        return vm
      } catch (error) {
        if (error instanceof AppError && error.code === 'vm-not-found') return null
        throw error
      }
    },
  }
}

function isOn({ load, activity }: Vm): boolean {
  return load.uptime !== null || activity !== null
}

function noRights(): AppError {
  return appErrorOf({ errorId: 'AccessDenied', category: 'PermissionDenied', message: '', service: null })
}
