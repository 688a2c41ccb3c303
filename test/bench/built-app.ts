// @ts-expect-error It is plain JavaScript, as all that runs before anything is built.
import * as module from '../../build/build-if-stale.mjs'

const { buildIfStale } = module as { readonly buildIfStale: (root: string) => Promise<void> }

/** Settles when the app as it is packed lies in out/, built anew where that is stale. The benchmark runs in the project's root. */
export function builtApp(): Promise<void> {
  return buildIfStale(process.cwd())
}
