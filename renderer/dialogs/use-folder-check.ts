import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'
import { failureOf } from '#contract/errors'

/** Milliseconds without a key after which what is typed is looked at. */
const pause = 400

/**
 * Why nothing could be written to the folder, said before it is sent; null where it can be used, or nobody knows yet.
 * The sentence goes as soon as something else is typed.
 */
export function useFolderCheck(
  folder: Readonly<Ref<string>>,
  check: ((folder: string) => Promise<unknown>) | null,
): Readonly<Ref<string | null>> {
  const problem = ref<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(wanted: string, ask: (folder: string) => Promise<unknown>): Promise<void> {
    const found = await ask(wanted).then(
      () => null,
      (error: unknown) => failureOf(error).message,
    )
    // An answer about what stood there before says nothing of what stands there now.
    if (folder.value === wanted) problem.value = found
  }

  watch(
    folder,
    (wanted) => {
      clearTimeout(timer)
      problem.value = null
      if (check === null || wanted.trim() === '') return
      timer = setTimeout(() => void look(wanted, check), pause)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return readonly(problem)
}
