/** Goes to the details of what is selected. They are the only thing with tabs in the panes. */
export function showDetails(): void {
  document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
}
