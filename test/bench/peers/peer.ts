/** A way to ask a process for something and get its answer, read and parsed. */
export interface Peer {
  readonly ask: (request: Readonly<Record<string, string | number>>) => Promise<unknown>
  readonly close: () => Promise<void>
}
