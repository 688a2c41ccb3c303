import type { ManualClock } from './manual-clock.ts'

/** Lets time pass until it is over, which is looked at after each step; nothing takes longer than an hour. */
export async function passUntil(
  clock: Pick<ManualClock, 'advance'>,
  step: number,
  isOver: () => boolean | Promise<boolean>,
): Promise<void> {
  for (let passed = 0; passed < 3_600_000; passed += step) {
    if (await isOver()) return
    await clock.advance(step)
  }
  throw new Error('It does not end.')
}
