import type { Remedy } from '#contract/diagnosis'

/** All that a diagnosis may tell people to run. Each is a constant: nothing that comes from outside is ever in it. */
export const remedies = {
  installPowerShell: {
    instruction: 'Run this in a command prompt:',
    command: 'winget install --id Microsoft.PowerShell --source winget',
  },
  startService: {
    instruction: 'Run this in PowerShell as an administrator:',
    command: 'Start-Service vmms',
  },
  turnOnHyperV: {
    instruction: 'Run this in PowerShell as an administrator, and restart the computer when it asks:',
    command: 'Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V -All',
  },
  turnOnModule: {
    instruction: 'Run this in PowerShell as an administrator:',
    command:
      'Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V-Management-PowerShell -All',
  },
  joinGroup: {
    // Where someone else’s password is asked for, PowerShell runs as that someone, whose name the command would take.
    instruction:
      'Run this in PowerShell as an administrator, then sign out and in once. Where the administrator is another account, write the name of this one at the end instead:',
    command: 'Add-LocalGroupMember -SID S-1-5-32-578 -Member "$env:USERDOMAIN\\$env:USERNAME"',
    action: 'join-administrators',
  },
  signOut: {
    instruction: 'Save what is open, then run this in a command prompt, and sign in again:',
    command: 'shutdown /l',
  },
} as const satisfies Readonly<Record<string, Remedy>>
