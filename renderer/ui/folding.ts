/** Of a pane that can be folded to its header. */
export interface Folding {
  /** What the pane is called, whatever its title says at the moment. */
  readonly name: string
  readonly isFolded: boolean
  readonly toward: 'up' | 'left' | 'right'
  readonly toggle: () => void
}
