import type { OnProgress } from '../../core/ports.ts'
import type { ConnectionLost } from './connection-lost.ts'

export interface Answer {
  readonly parts: readonly unknown[]
  readonly value: unknown
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
  readonly onProgress: OnProgress | undefined
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
  readonly cancelDeadline: () => void
}
