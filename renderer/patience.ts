/** What is to be said of answers that do not come. */
export interface Patience {
  /** The same answer; while it is waited for, it is looked whether anything is answered at all. */
  readonly during: <T>(answer: Promise<T>) => Promise<T>
}

/** Milliseconds. Longer than what is answered at once ever takes. */
const beforeLooking = 2_000
const forAnAnswer = 1_000

/**
 * A host that is slow keeps one answer waiting, an app that is held up keeps all of them. So while something is waited
 * for, now and then `askLittle` asks what the app knows without asking anybody; `onWaiting` is told whether that was answered.
 */
export function createPatience(
  askLittle: () => Promise<unknown>,
  onWaiting: (isWaiting: boolean) => void,
): Patience {
  let open = 0
  let next: ReturnType<typeof setTimeout> | null = null
  let isLooking = false
  const lookLater = (): void => {
    if (!isLooking) next ??= setTimeout(() => void look(), beforeLooking)
  }
  const look = async (): Promise<void> => {
    next = null
    isLooking = true
    const late = setTimeout(onWaiting, forAnAnswer, true)
    // Why a request fails is told to whoever asked for something.
    await askLittle().catch(() => undefined)
    clearTimeout(late)
    isLooking = false
    onWaiting(false)
    if (open > 0) lookLater()
  }
  const end = (): void => {
    open -= 1
    if (open > 0 || next === null) return
    clearTimeout(next)
    next = null
  }
  return {
    during: (answer) => {
      open += 1
      lookLater()
      answer.then(end, end)
      return answer
    },
  }
}
