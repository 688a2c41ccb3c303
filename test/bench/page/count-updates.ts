import type { ComponentOptionsMixin } from 'vue'

/** How often each component was drawn again, by its name. */
export type Updates = Readonly<Record<string, number>>

/** For an app to count by, and what it has counted since it was asked last. */
export function countUpdates(): { readonly mixin: ComponentOptionsMixin; readonly take: () => Updates } {
  let counts = new Map<string, number>()
  return {
    mixin: {
      updated(this: { readonly $options: { readonly __name?: string } }): void {
        const name = this.$options.__name ?? 'without a name'
        counts.set(name, (counts.get(name) ?? 0) + 1)
      },
    },
    take: () => {
      const taken = Object.fromEntries(counts)
      counts = new Map()
      return taken
    },
  }
}
