/** One line of a list of facts. */
export interface Fact {
  readonly label: string
  readonly value: string
}
