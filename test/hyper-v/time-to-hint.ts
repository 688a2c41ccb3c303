import type { VmId } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'

/** Milliseconds in which it has to listen, and in which it has to tell of a change. */
const [toListen, toTell] = [30_000, 10_000]

/** Changes something while the host is watched, and answers after how long it was told. Two seconds are what is promised. */
export async function timeToHint(host: HyperVHost, vmId: VmId, change: () => Promise<void>): Promise<string> {
  let told: () => void = () => undefined
  let isChanged = false
  const stop = host.watch((hint) => {
    if (isChanged && (hint === vmId || hint === null)) told()
  })
  try {
    const by = await waysOfListening(host)
    const hint = new Promise<void>((resolve, reject) => {
      told = resolve
      setTimeout(reject, toTell, new Error(`nothing was told of it in ${String(toTell)} ms`)).unref()
    })
    isChanged = true
    const changedAt = performance.now()
    await Promise.all([change(), hint])
    return `told by ${by} after ${String(Math.round(performance.now() - changedAt))} ms, the change included`
  } finally {
    stop()
  }
}

async function waysOfListening(host: HyperVHost): Promise<string> {
  const deadline = performance.now() + toListen
  for (;;) {
    const by = host.condition?.().watching.by ?? 'the host itself'
    if (by !== 'clock' || performance.now() > deadline) return by
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
