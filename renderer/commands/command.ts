import type { Refusal } from '#contract/eligibility'
import type { KindIcon } from '../kind-icons.ts'
import type { IconName } from '../ui/icons.ts'
import type { Key } from './key.ts'

/** One thing that can be done to a target. The same object feeds button, menu item and key. */
export interface Command<Target> {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  /** All of them work; the first that the window gets to see is the one that is shown. */
  readonly keys: readonly Key[]
  /** Absent from menus where it makes no sense, such as Start for a machine that runs. */
  readonly isOffered: (target: Target) => boolean
  /** Why it can't be done now; null where it can. */
  readonly refusal: (target: Target) => Refusal | null
  /** What will come of it, where that is said beforehand; null while it is not known. */
  readonly note?: ((target: Target) => OfferNote | null) | undefined
  readonly run: (target: Target) => Promise<void>
}

/** What will come of something, before it is done. */
export interface OfferNote {
  /** In finished sentences. */
  readonly meaning: string
  /** The same in a word, to stand beside it. */
  readonly shown: (KindIcon & { readonly word: string }) | null
}

/** A command and what it would be done to. */
export interface Offer {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly keys: readonly Key[]
  /** The sentence that says why not, or null. */
  readonly reason: string | null
  /** Null while it is not known: its place is held. */
  readonly note?: OfferNote | null
  /** Where one of several is in force: whether it is this one. */
  readonly isChosen?: boolean
  /** Where it is on or off, and turned by choosing it: which of them. */
  readonly isOn?: boolean
  readonly run: () => void
}

/** Groups are divided by a line; a group in which nothing is offered is not there. */
export type OfferGroups = readonly (readonly Offer[])[]

export function offers<Target>(
  groups: readonly (readonly Command<Target>[])[],
  target: Target,
  obstacle: string | null,
): OfferGroups {
  return groups
    .map((group) =>
      group.filter(({ isOffered }) => isOffered(target)).map((each) => offer(each, target, obstacle)),
    )
    .filter((group) => group.length > 0)
}

/** The obstacle is what stands in the way of every command, such as a host that can't be reached. */
export function offer<Target>(command: Command<Target>, target: Target, obstacle: string | null): Offer {
  const { id, label, icon, keys } = command
  const reason = obstacle ?? command.refusal(target)?.message ?? null
  return {
    id,
    label,
    icon,
    keys,
    reason,
    ...(command.note === undefined ? {} : { note: command.note(target) }),
    run: () => {
      if (reason === null) void command.run(target)
    },
  }
}
