import type { SoakCase } from './soak-case.ts'
import { openSoakedApp } from './soaked-app.ts'

/** The list is read again and again, as it is every few seconds while the app runs. */
export const polls: SoakCase = {
  name: 'polls',
  title: 'readings of the list, by the app’s own inventory',
  warmUp: 500,
  open: async ({ data }) => {
    const app = await openSoakedApp(data)
    return {
      close: app.close,
      step: async () => {
        const { connection, problem } = await app.call('host.refresh', {})
        if (connection !== 'live') throw new Error(`The host is ${connection}: ${problem?.message ?? ''}`)
      },
    }
  },
}
