import type { Bridge } from '#contract/bridge'

/** Stands where the preload would put it. */
export function giveBridge(bridge: Bridge): void {
  Object.defineProperty(window, 'bridge', { value: bridge, configurable: true })
}
