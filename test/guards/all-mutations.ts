import type { Mutation } from './mutation.ts'
import { mutationsOfBridges } from './mutations-of-bridges.ts'
import { mutationsOfCore } from './mutations-of-core.ts'
import { mutationsOfDesktop } from './mutations-of-desktop.ts'
import { mutationsOfPowerShell } from './mutations-of-powershell.ts'
import { mutationsOfWhatIsSeen } from './mutations-of-what-is-seen.ts'

export const allMutations: readonly Mutation[] = [
  ...mutationsOfBridges,
  ...mutationsOfCore,
  ...mutationsOfPowerShell,
  ...mutationsOfWhatIsSeen,
  ...mutationsOfDesktop,
]
