import { folded } from './folded.ts'
import type { TrayMachine } from './tray-machines.ts'

/** No zod in here: the window runs this file. */

/**
 * Those whose name has in it what was typed, best match first and favourites before others that match as well, so that
 * two letters and Enter are enough. All, in the order they have, where nothing was typed.
 */
export function matchingMachines<T extends Pick<TrayMachine, 'vm' | 'isFavourite'>>(
  machines: readonly T[],
  typed: string,
): readonly T[] {
  const wanted = folded(typed.trim())
  if (wanted === '') return machines
  return machines
    .map((machine) => ({ machine, rank: rankOf(folded(machine.vm.name), wanted) }))
    .filter(({ rank }) => rank < ranks.none)
    .sort((one, other) => one.rank - other.rank || weight(one.machine) - weight(other.machine))
    .map(({ machine }) => machine)
}

const ranks = { whole: 0, start: 1, word: 2, inside: 3, none: 4 } as const

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return ranks.whole
  if (name.startsWith(wanted)) return ranks.start
  if (!name.includes(wanted)) return ranks.none
  return startsWord(name, wanted) ? ranks.word : ranks.inside
}

/** Whether any place where it stands follows what is neither a letter nor a digit, or a digit that no digit follows. */
function startsWord(name: string, wanted: string): boolean {
  for (let at = name.indexOf(wanted, 1); at > 0; at = name.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(name.charAt(at - 1))) return true
  }
  return false
}

function weight({ isFavourite }: Pick<TrayMachine, 'isFavourite'>): number {
  return isFavourite ? 0 : 1
}
