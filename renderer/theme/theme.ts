import { ref, type Ref } from 'vue'

export type Theme = 'system' | 'light' | 'dark'

const place = 'savepoint.theme'
const chosen = ref<Theme>('system')

/** What was chosen; `system` follows Windows. */
export const theme: Readonly<Ref<Theme>> = chosen

export function chooseTheme(wanted: Theme): void {
  chosen.value = wanted
  show(wanted)
  try {
    localStorage.setItem(place, wanted)
  } catch {
    // Without storage the choice lasts as long as the window, which is no reason to refuse it.
  }
}

/** Before anything is drawn, so that nothing flashes. */
export function restoreTheme(): void {
  const kept = stored()
  chosen.value = kept === 'light' || kept === 'dark' ? kept : 'system'
  show(chosen.value)
}

function stored(): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}

function show(wanted: Theme): void {
  if (wanted === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = wanted
}
