import type { BenchCase } from '../bench-case.ts'
import { growth } from '../growth.ts'
import { whatIsLeft } from '../what-is-left.ts'
import { writeLargeHost } from '../large-host.ts'
import { openOurInventory, type OurInventory } from '../peers/our-inventory.ts'

const vms = 64

/** Whether anything is left behind by asking for the list again and again. Not run in rounds: what grows shows in the long run alone. */
export const soakOfPolls: BenchCase = {
  name: 'soak-polls',
  title: `100,000 times the list of ${String(vms)} virtual machines`,
  run: async ({ isQuick, onProgress }) => {
    const polls = isQuick ? { warm: 500, measured: 2_000 } : { warm: 5_000, measured: 100_000 }
    const { file, remove } = writeLargeHost(vms)
    const ours = await openOurInventory({ BENCH_PARTS: file }, () => undefined)
    await pollOften(ours, polls.warm)
    const warm = whatIsLeft()
    onProgress('warm')
    await pollOften(ours, polls.measured)
    const end = whatIsLeft()
    await ours.close()
    remove()
    const { rows, goals, remark } = growth(warm, end, isQuick ? polls.measured : null)
    return {
      name: soakOfPolls.name,
      title: soakOfPolls.title,
      rows,
      goals,
      remarks: [remark],
    }
  },
}

/** Two seconds apart by the clock, so that every machine has been up for longer each time. */
async function pollOften({ inventory, skip }: OurInventory, times: number): Promise<void> {
  for (let poll = 0; poll < times; poll += 1) {
    skip(2_000)
    await inventory.refresh()
  }
}
