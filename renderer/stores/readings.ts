import { shallowReactive } from 'vue'
import { failureOf, type Failure } from '#contract/errors'
import type { Vm } from '#contract/model'

/** Something that the host is asked for when somebody looks at it. */
export interface Reading<T> {
  /** Undefined until it was read once. */
  readonly value: T | undefined
  /** Why the last try failed, or null. What was read before stays. */
  readonly problem: Failure | null
}

export interface Readings<Place, T> {
  readonly of: (place: Place) => Reading<T>
  /** Reads it, unless what is there is still good. Never rejects: a failure is in the reading. */
  readonly want: (place: Place, vm: Vm) => Promise<void>
  /** Whatever was read is no longer good, and is read again when it is wanted again. */
  readonly expire: () => void
}

/** For how long answers are good, from what of the machine they follow, and how many of them are kept. */
interface Keeping {
  readonly longestGood?: number
  readonly decisive?: (vm: Vm) => string
  readonly most?: number
}

interface Question {
  /** The machine as it was known when this was asked. */
  readonly vm: Vm
  readonly askedAt: number
  isAnswered: boolean
}

/** Milliseconds. Files grow and a heartbeat changes without a word from the host. */
const usuallyGood = 25_000
/** More than anybody goes back to; a picture of a screen is not small. */
const mostKept = 64

/**
 * Answers by what they are about, each of them kept until the machine changes in what is decisive for it. So a late answer
 * of an earlier selection is never shown for another, and one that was asked for before a change never replaces one from
 * after it.
 */
export function createReadings<Place, T>(
  keyOf: (place: Place) => string,
  read: (place: Place) => Promise<T>,
  { longestGood = usuallyGood, decisive = lasting, most = mostKept }: Keeping = {},
): Readings<Place, T> {
  const answers = shallowReactive(new Map<string, Reading<T>>())
  const questions = new Map<string, Question>()

  function put(key: string, reading: Reading<T>): void {
    const oldest = answers.keys().next()
    if (!answers.has(key) && answers.size >= most && oldest.done !== true) {
      answers.delete(oldest.value)
      questions.delete(oldest.value)
    }
    answers.set(key, reading)
  }

  async function ask(key: string, question: Question, place: Place): Promise<void> {
    questions.set(key, question)
    const reading = await answerOf(() => read(place), answers.get(key)?.value)
    question.isAnswered = true
    if (questions.get(key) === question) put(key, reading)
  }

  return {
    of: (place) => answers.get(keyOf(place)) ?? nothing,
    want: async (place, vm) => {
      const key = keyOf(place)
      const last = questions.get(key)
      const isGoodStill = last !== undefined && isFresh(last, longestGood) && isSame(last.vm, vm, decisive)
      if (!isGoodStill) await ask(key, { vm, askedAt: performance.now(), isAnswered: false }, place)
    },
    expire: () => {
      questions.clear()
    },
  }
}

const nothing = { value: undefined, problem: null }

async function answerOf<T>(read: () => Promise<T>, before: T | undefined): Promise<Reading<T>> {
  try {
    return { value: await read(), problem: null }
  } catch (error) {
    return { value: before, problem: failureOf(error) }
  }
}

function isFresh({ askedAt, isAnswered }: Question, longestGood: number): boolean {
  return !isAnswered || performance.now() - askedAt < longestGood
}

function isSame(vm: Vm, vmNow: Vm, decisive: (vm: Vm) => string): boolean {
  return vm === vmNow || decisive(vm) === decisive(vmNow)
}

/** The machine without what changes all the time and says nothing of its disks, memory and network. */
function lasting(vm: Vm): string {
  return JSON.stringify({ ...vm, load: null, statusText: '', activity: vm.activity?.kind ?? null })
}
