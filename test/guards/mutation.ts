/** A guard of the product, and how it is taken away. */
export interface Mutation {
  /** What the guard is, as a sentence goes on after “without”. */
  readonly guard: string
  readonly file: string
  /** Stands exactly once in the file. */
  readonly before: string
  readonly after: string
  /** One of these must turn red. */
  readonly tests: readonly string[]
  /** Of a file that takes long, only the tests with this in their title. */
  readonly only?: string
}
