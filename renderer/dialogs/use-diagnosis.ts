import { onMounted, shallowRef, type Ref } from 'vue'
import type { Diagnosis } from '#contract/diagnosis'
import { failureOf, type Failure } from '#contract/errors'

export type DiagnosisState =
  | { readonly is: 'checking'; readonly earlier: Diagnosis | null }
  | { readonly is: 'done'; readonly diagnosis: Diagnosis }
  | { readonly is: 'failed'; readonly problem: Failure }

/** Checks at once, and once more whenever it is told to. What was found stays in sight until the next answer has come. */
export function useDiagnosis(diagnose: () => Promise<Diagnosis>): {
  readonly state: Readonly<Ref<DiagnosisState>>
  readonly checkAgain: () => Promise<void>
} {
  const state = shallowRef<DiagnosisState>({ is: 'checking', earlier: null })

  async function check(): Promise<void> {
    try {
      state.value = { is: 'done', diagnosis: await diagnose() }
    } catch (error) {
      state.value = { is: 'failed', problem: failureOf(error) }
    }
  }

  async function checkAgain(): Promise<void> {
    if (state.value.is === 'checking') return
    state.value = { is: 'checking', earlier: state.value.is === 'done' ? state.value.diagnosis : null }
    await check()
  }

  onMounted(check)
  return { state, checkAgain }
}
