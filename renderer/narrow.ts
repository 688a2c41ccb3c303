import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Whether the window is too narrow for the panes at its sides. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const query = window.matchMedia('(width < 1000px)')
  const isNarrow = ref(query.matches)
  function follow(): void {
    isNarrow.value = query.matches
  }
  query.addEventListener('change', follow)
  onScopeDispose(() => {
    query.removeEventListener('change', follow)
  })
  return readonly(isNarrow)
}
