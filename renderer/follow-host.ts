import type { WindowRequest } from '#contract/desktop'
import { AppError, failureOf } from '#contract/errors'
import { call, on } from './bridge.ts'
import { readVms } from './read-vms.ts'
import { sentence } from './sentence.ts'
import { useDesktop } from './stores/desktop.ts'
import { useDetails } from './stores/details.ts'
import { useHosts } from './stores/hosts.ts'
import { useNotices } from './stores/notices.ts'
import { useOperations } from './stores/operations.ts'
import { useRecords } from './stores/records.ts'
import { useSession } from './stores/session.ts'
import { useSettings } from './stores/settings.ts'
import { useVms } from './stores/vms.ts'
import { text } from './text.ts'

/** Keeps the stores as the host says they are: reads all whenever the link is made, and takes in events after. */
export function followHost(asked: (request: WindowRequest) => void): () => void {
  const hosts = useHosts()
  const vms = useVms()
  const operations = useOperations()
  const records = useRecords()
  const settings = useSettings()
  const desktop = useDesktop()
  const session = useSession()
  return on({
    events: {
      'host.changed': (status) => {
        const wasLive = hosts.status?.connection === 'live'
        hosts.put(status)
        // While the host was away, changes may have gone by unseen.
        if (!wasLive && status.connection === 'live') void readAll()
      },
      'vm.changed': vms.put,
      'vm.removed': ({ vmId }) => {
        vms.remove(vmId)
      },
      'vm.load': vms.putLoads,
      'operation.changed': operations.put,
      'record.changed': records.put,
      'settings.changed': settings.put,
      'desktop.changed': desktop.put,
      'window.asked': asked,
    },
    linked: () => {
      hosts.setLink('linked')
      session.renew()
      // Whatever keeps them from being read is told by what else is read; what was in force stays in force.
      settings.read().catch(() => undefined)
      desktop.read().catch(() => undefined)
      void readAll()
    },
    lost: () => {
      if (hosts.link !== 'refused') hosts.setLink('lost')
      void findOutWhy()
    },
  })
}

/** Has the host read again, and then everything here. */
export async function refresh(): Promise<void> {
  const hosts = useHosts()
  try {
    hosts.put(await call('host.refresh', {}))
    await readAll()
  } catch (error) {
    tell(error)
  }
}

async function readAll(): Promise<void> {
  const endVms = useVms().beginReading()
  const endOperations = useOperations().beginReading()
  const endRecords = useRecords().beginReading()
  const hosts = useHosts()
  const before = hosts.status
  try {
    const [status, vms, operations, records] = await Promise.all([
      call('host.status', {}),
      readVms(),
      call('operation.list', {}),
      call('record.list', {}),
    ])
    // What the host said of itself meanwhile is newer than this answer.
    if (hosts.status === before) hosts.put(status)
    endOperations(operations)
    endRecords(records)
    if (vms.length > 0 || status.connection === 'live') endVms(vms)
    useDetails().expire()
  } catch (error) {
    if (error instanceof AppError && error.code === 'host-lost') hosts.setLink('lost')
    else tell(error)
  }
}

/** A stream that breaks does not say why; a request does. */
async function findOutWhy(): Promise<void> {
  await call('host.status', {}).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'untrusted') useHosts().setLink('refused')
  })
}

function tell(error: unknown): void {
  const { code, message, detail } = failureOf(error)
  if (code === 'untrusted') {
    useHosts().setLink('refused')
    return
  }
  useNotices().add({
    id: 'reading',
    severity: 'error',
    vmId: null,
    title: sentence`${text.command.refresh}`,
    message,
    detail: detail ?? null,
  })
}
