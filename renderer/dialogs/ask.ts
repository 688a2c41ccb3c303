import { ref, shallowRef, type Component } from 'vue'

/** A dialog as an awaited question. */
export interface Question {
  readonly id: number
  readonly component: Component
  /** Null when what is asked about is no longer there. Read anew whenever the stores change. */
  readonly props: () => object | null
  readonly close: () => void
}

/** At most one is open; another waits for its turn. */
export const questions = shallowRef<readonly Question[]>([])

/** Its answer is on the way: what it asks about may be gone before the word comes back, because that is what was asked for. */
export const isAnswering = ref(false)

let asked = 0

/**
 * Opens a dialog and settles when it is closed. The dialog does its own sending, through a function among its
 * props, so that a refusal can be shown in it; `props` is read anew while it is open, so that it never shows the past.
 */
export function ask<C extends Dialog>(component: C, props: () => PropsOf<C> | null): Promise<void> {
  return new Promise((resolve) => {
    const id = ++asked
    const close = (): void => {
      questions.value = questions.value.filter((question) => question.id !== id)
      resolve()
    }
    questions.value = [...questions.value, { id, component, props, close }]
  })
}

type Dialog = Component & (abstract new (...args: never) => { readonly $props: object })
type PropsOf<C extends Dialog> = Omit<InstanceType<C>['$props'], 'onClose'>
