import type { IconName } from '../ui/icons.ts'
import { offer, type Command, type Offer } from './command.ts'
import type { Key } from './key.ts'

/** What can be done at any time, to nothing in particular. */
export function always(
  id: string,
  label: string,
  icon: IconName,
  keys: readonly Key[],
  run: () => Promise<void>,
): Offer {
  const command: Command<null> = { id, label, icon, keys, isOffered: () => true, refusal: () => null, run }
  return offer(command, null, null)
}

/** What is on or off, and is turned by choosing it. */
export function toggle(id: string, label: string, isOn: boolean, run: () => void): Offer {
  const turn = (): Promise<void> => {
    run()
    return Promise.resolve()
  }
  return { ...always(id, label, isOn ? 'check' : 'none', [], turn), isOn }
}
