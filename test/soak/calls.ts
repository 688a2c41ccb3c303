import type { Operation } from '#contract/model'
import type { SoakCase } from './soak-case.ts'
import { openSoakedApp, type SoakedApp } from './soaked-app.ts'

/** One of so many calls changes something, and is written down, followed and read back. */
const callsPerChange = 200

/** Questions through the only door, each of which is one of PowerShell. */
export const calls: SoakCase = {
  name: 'calls',
  title: 'calls through the dispatcher and a session, a few of them changes',
  warmUp: 3_000,
  open: async ({ data }) => {
    const app = await openSoakedApp(data)
    const vm = (await app.call('vm.list', {}))[0]
    const checkpointId = vm?.checkpoints[0]?.id
    if (vm === undefined || checkpointId === undefined) throw new Error('There is nothing to ask about.')
    const ref = { vmId: vm.id, checkpointId }
    return {
      close: app.close,
      step: async (index) => {
        if (index % callsPerChange === 0)
          await ended(app, await app.call('checkpoint.rename', { ...ref, name: `Number ${String(index)}` }))
        else await app.call('vm.readiness', { vmId: vm.id })
      },
    }
  },
}

async function ended(app: SoakedApp, { id }: Operation): Promise<void> {
  const { state, error } = await new Promise<Operation>((resolve) => {
    const look = (operation: Operation | undefined): void => {
      if (operation?.id !== id || operation.endedAt === null) return
      unsubscribe()
      resolve(operation)
    }
    const unsubscribe = app.subscribe((event) => {
      if (event.name === 'operation.changed') look(event.payload)
    })
    void app.call('operation.list', {}).then((all) => {
      look(all.find((each) => each.id === id))
    })
  })
  if (state !== 'done') throw new Error(`A change ended as ${state}: ${error?.message ?? ''}`)
}
