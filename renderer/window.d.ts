import type { Bridge } from '#contract/bridge'

declare global {
  interface Window {
    /** Put there by the preload; absent in a browser. */
    readonly bridge?: Bridge
  }
}
