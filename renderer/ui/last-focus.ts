/** What has the focus only for a while, and must not be what the focus returns to. */
const passing = '[role="menu"], [role="menubar"], [role="dialog"], [role="alertdialog"], [data-passing]'
/** Where the focus belongs when the place it came from is gone: what is selected in the tree before the machine it is of. */
const homes = ['[role="treeitem"][data-active]', '[role="row"][tabindex="0"]']

let last: HTMLElement | null = null

/** Remembers what had the focus in the panes, until the function returned is called. */
export function followFocus(): () => void {
  document.addEventListener('focusin', remember)
  return () => {
    document.removeEventListener('focusin', remember)
  }
}

/** A dialog may have been opened from a menu that is gone: the focus goes back to where the user worked before that. */
export function returnFocus(): void {
  const place = last?.isConnected === true ? last : home()
  place?.focus()
}

function home(): HTMLElement | null {
  return homes.map((each) => document.querySelector<HTMLElement>(each)).find((each) => each !== null) ?? null
}

/** Somebody went elsewhere by a dialog: the focus goes to what is selected then, and not back. */
export function forgetFocus(): void {
  last = null
}

function remember(event: FocusEvent): void {
  if (event.target instanceof HTMLElement && event.target.closest(passing) === null) last = event.target
}
