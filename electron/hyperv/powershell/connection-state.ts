import type { OnProgress } from '../../core/ports.ts'
import type { ConnectionLost } from './connection-lost.ts'
import type { Deadline } from './deadline.ts'

export interface Answer {
  /** In the order in which they came; empty where they were handed to `onPart`. */
  readonly parts: readonly unknown[]
  readonly value: unknown
}

/** Whom an answer is told to while it comes in. */
export interface AnswerListeners {
  readonly onProgress?: OnProgress | undefined
  /** Gets each part as it comes; after a loss in the middle the request is sent again, and all parts come again. */
  readonly onPart?: ((part: unknown) => void) | undefined
}

/** `starting` ends with the greeting; `lost` is what nobody asked for, `stopped` what we did. */
export type ConnectionState =
  | { readonly name: 'starting'; readonly call: OpenCall }
  | { readonly name: 'ready' }
  | { readonly name: 'busy'; readonly call: OpenCall }
  | { readonly name: 'lost'; readonly loss: ConnectionLost }
  | { readonly name: 'stopped'; readonly loss: ConnectionLost }

/** The one request that an answer is waited for. */
export interface OpenCall {
  readonly number: number
  readonly parts: unknown[]
  readonly listeners: AnswerListeners
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
  readonly deadline: Deadline
}
