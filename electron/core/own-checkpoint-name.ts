import type { AppSettings } from '#contract/app-settings'
import { CheckpointName } from '#contract/inputs'
import { defaultNameTemplate, nameFromTemplate } from '#contract/name-template'

/**
 * The name for a checkpoint that was given none; null where Hyper-V's own is wanted, which it writes itself. Hyper-V knows
 * of no reason, so with one the name is made here.
 */
export function ownCheckpointName(
  { nameTemplate }: Pick<AppSettings, 'nameTemplate'>,
  vmName: string,
  now: number,
  reason = '',
): CheckpointName | null {
  if (nameTemplate === defaultNameTemplate && reason.trim() === '') return null
  const name = CheckpointName.safeParse(nameFromTemplate(nameTemplate, { vmName, at: now, reason }))
  return name.success ? name.data : null
}
