import { defineAsyncComponent, h, type Component } from 'vue'
import { failureOf } from '#contract/errors'
import { text } from '../text.ts'
import UnreadDialog from './UnreadDialog.vue'

/**
 * A dialog that is loaded when it is first opened, so that the window is not kept waiting for it. Where it can't be
 * loaded, `unread` is said in its place; the next time it is tried anew.
 */
export function lateDialog<C extends Component>(
  load: () => Promise<{ readonly default: C }>,
  unread: string = text.dialog.unread,
): C {
  return defineAsyncComponent<C>({
    loader: async () => (await load()).default,
    errorComponent: ({ error }: { readonly error: unknown }) =>
      h(UnreadDialog, { problem: { ...failureOf(error), message: unread } }),
  })
}
