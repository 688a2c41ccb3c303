import { ref, shallowRef, type Ref } from 'vue'
import { failureOf, type Failure } from '#contract/errors'
import { isAnswering } from './ask.ts'

export interface Submission {
  readonly isPending: Readonly<Ref<boolean>>
  /** Why the last try was refused. */
  readonly problem: Readonly<Ref<Failure | null>>
  readonly submit: (send: () => Promise<unknown>) => Promise<void>
}

/**
 * Sends once, however often the button is pressed, and keeps the dialog open where the answer is a refusal. A button is
 * `aria-disabled` meanwhile: the attribute would take the focus from whoever has just pressed it.
 */
export function useSubmission(close: () => void): Submission {
  const isPending = ref(false)
  const problem = shallowRef<Failure | null>(null)

  async function submit(send: () => Promise<unknown>): Promise<void> {
    if (isPending.value) return
    isPending.value = true
    isAnswering.value = true
    problem.value = null
    try {
      await send()
      close()
    } catch (error) {
      problem.value = failureOf(error)
    } finally {
      isPending.value = false
      isAnswering.value = false
    }
  }

  return { isPending, problem, submit }
}
