import { ref, type Ref } from 'vue'

export interface ListChoice {
  readonly isOpen: Readonly<Ref<boolean>>
  /** The line that Enter would take; -1 for none. */
  readonly active: Ref<number>
  readonly setOpen: (open: boolean) => void
  readonly move: (step: 1 | -1) => void
  readonly choose: (option: string) => void
  readonly enter: (event: KeyboardEvent) => void
}

/** The list below a box: opened, walked by the arrow keys, and left by a choice. */
export function useListChoice(options: () => readonly string[], value: Ref<string>): ListChoice {
  const isOpen = ref(false)
  const active = ref(-1)

  function setOpen(open: boolean): void {
    isOpen.value = open
    active.value = open ? options().indexOf(value.value) : -1
  }

  function move(step: 1 | -1): void {
    if (!isOpen.value) setOpen(true)
    const { length } = options()
    const from = active.value < 0 && step < 0 ? 0 : active.value
    active.value = (from + step + length) % length
  }

  function choose(option: string): void {
    value.value = option
    setOpen(false)
  }

  /** Without a chosen line Enter belongs to the dialog. */
  function enter(event: KeyboardEvent): void {
    const option = options()[active.value]
    if (option === undefined) return
    event.preventDefault()
    choose(option)
  }

  return { isOpen, active, setOpen, move, choose, enter }
}
