import { onScopeDispose } from 'vue'

/** Milliseconds. Whoever walks a list with the arrow keys rests for longer on what is to be looked at. */
const restedFor = 150

export interface RestedReading {
  /** Reads when the eye has rested; asked for again and again it is not put off. */
  readonly rest: () => void
  /** Something else is looked at: what is under way is given up, and the eye has to rest anew. */
  readonly restAnew: () => void
}

/** Has something read while it is looked at. `isWanted` tells a reading that asks for one thing after another whether to go on. */
export function useRestedReading(read: (isWanted: () => boolean) => Promise<void>): RestedReading {
  let timer: ReturnType<typeof setTimeout> | null = null
  let round = 0

  function begin(): void {
    timer = null
    round += 1
    const mine = round
    void read(() => mine === round)
  }

  function rest(): void {
    timer ??= setTimeout(begin, restedFor)
  }

  function stop(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    round += 1
  }

  onScopeDispose(stop)
  return {
    rest,
    restAnew: () => {
      stop()
      rest()
    },
  }
}
