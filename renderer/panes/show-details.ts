import { nextTick } from 'vue'
import { useLayout } from '../stores/layout.ts'

/** Goes to the details of what is selected, and unfolds them where they are folded. They are the only thing with tabs in the panes. */
export async function showDetails(): Promise<void> {
  const layout = useLayout()
  if (layout.isFolded('details')) layout.toggle('details')
  await nextTick()
  document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
}
