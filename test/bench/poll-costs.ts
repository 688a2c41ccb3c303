import { readFileSync } from 'node:fs'
import { cpuTimeOf } from './cpu-time-of.ts'
import { durationOf } from './duration-of.ts'
import type { ChildSettings } from './peers/bench-child.ts'
import { openOurInventory } from './peers/our-inventory.ts'

/** Enough for the processor's time to be told. */
export const polls = 50

export type Costs = Readonly<Record<'time' | 'processor' | 'on the wire', number>>

/** `wire` is a file as long as what went over the wire. */
export async function costsOf(task: () => Promise<unknown>, wire: string): Promise<Costs> {
  let time = 0
  const processor = await cpuTimeOf(async () => {
    time = await durationOf(task)
  })
  return { time, processor, 'on the wire': readFileSync(wire).length }
}

/** Our own list of the host in the file: the first time, and the mean of some times after that, two seconds apart by the clock. */
export async function readAgain(
  file: string,
  settings: ChildSettings = {},
): Promise<Readonly<Record<'first' | 'again', Costs>>> {
  const count = `${file}.count`
  const { inventory, skip, close } = await openOurInventory(
    { BENCH_PARTS: file, BENCH_COUNT: count, ...settings },
    () => undefined,
  )
  const wire = (): number => Number(readFileSync(count, 'utf8'))
  const first = { ...(await costsOf(inventory.refresh, file)), 'on the wire': wire() }
  const all = await costsOf(async () => {
    for (let poll = 0; poll < polls; poll += 1) {
      skip(2_000)
      await inventory.refresh()
    }
  }, file)
  await close()
  return {
    first,
    again: { time: all.time / polls, processor: all.processor / polls, 'on the wire': wire() },
  }
}
