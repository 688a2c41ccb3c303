import type { BenchCase } from '../bench-case.ts'
import { growth } from '../growth.ts'
import { openNodePowerShell } from '../peers/node-powershell.ts'
import { openOurs } from '../peers/ours.ts'
import type { Peer } from '../peers/peer.ts'
import { whatIsLeft } from '../what-is-left.ts'

const calls = { warm: 10_000, measured: 1_000_000 } as const
/** Of a quick run, and of node-powershell in any. */
const few = { warm: 2_000, measured: 10_000, ofNodePowerShell: 2_000 } as const

/** Whether anything is left behind by a call. It is not run in rounds: what grows shows in the long run alone. */
export const soak: BenchCase = {
  name: 'soak-calls',
  title: `${calls.measured.toLocaleString('en-US')} questions and answers of 1 KB in one session`,
  run: async ({ isQuick, onProgress }) => {
    const { warm: warming, measured } = isQuick ? few : calls
    const ours = await openOurs()
    await askOften(ours, warming)
    const warm = whatIsLeft()
    onProgress('warm')
    await askOften(ours, measured)
    const end = whatIsLeft()
    await ours.close()
    onProgress('node-powershell, with its history')
    const raw = await grownBy(openNodePowerShell({}, 'kept'))
    const { rows, goals, remark } = growth(warm, end, isQuick ? measured : null)
    return {
      name: soak.name,
      title: soak.title,
      rows: [
        ...rows,
        { peer: 'node-powershell', measure: 'heap more per 1,000 calls', unit: 'MB', values: [raw] },
      ],
      goals,
      remarks: [remark],
    }
  },
}

async function askOften(peer: Peer, times: number): Promise<void> {
  const text = 'x'.repeat(1_000)
  for (let call = 0; call < times; call += 1) await peer.ask({ text })
}

/** Megabytes that a thousand calls leave behind. */
async function grownBy(peer: Peer): Promise<number> {
  await askOften(peer, 100)
  const before = whatIsLeft()
  await askOften(peer, few.ofNodePowerShell)
  const after = whatIsLeft()
  await peer.close()
  return ((after.heap - before.heap) * 1_000) / few.ofNodePowerShell
}
