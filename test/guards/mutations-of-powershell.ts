import type { Mutation } from './mutation.ts'

const line = {
  file: 'electron/hyperv/powershell/request-line.ts',
  tests: ['test/unit/powershell-request-line.test.ts'],
} as const
const session = 'test/unit/session.test.ts'
const scripts = ['test/unit/powershell-scripts.test.ts'] as const
/** A real PowerShell over the stand-in module; without one these guards are not proved. */
const overPowerShell = ['test/host/powershell-host.test.ts'] as const
const folder = 'electron/hyperv/powershell'
const texts = `${folder}/scripts`

/** What reaches PowerShell, what is taken from it, and what becomes of it. */
export const mutationsOfPowerShell: readonly Mutation[] = [
  {
    ...line,
    guard: 'the escape of what ends a quoted text',
    before: '[^\\x20-\\x26\\x28-\\x7e]',
    after: '[^\\x20-\\x7e]',
  },
  {
    ...line,
    guard: 'the escape of what ASCII has beyond what is printed',
    before: '[^\\x20-\\x26\\x28-\\x7e]',
    after: '[^\\x20-\\x26\\x28-\\x7f]',
  },
  {
    ...line,
    guard: 'the escape of letters beyond ASCII, quotes among them',
    before: '[^\\x20-\\x26\\x28-\\x7e]',
    after: '[\\x00-\\x1f\\x27\\x7f]',
  },
  {
    ...line,
    guard: 'the sign that keeps a text from being a date',
    before: "typeof value === 'string' ? `=${value}` : value",
    after: 'value',
  },
  {
    file: `${folder}/reply-reader.ts`,
    tests: ['test/unit/powershell-reply-reader.test.ts', session],
    guard: 'the mark of an answer',
    before: 'const start = line.indexOf(mark)',
    after: "const start = line.indexOf(' ') - mark.length",
  },
  {
    file: `${folder}/reply-reader.ts`,
    tests: ['test/unit/powershell-reply-reader.test.ts', session],
    guard: 'the refusal of an answer that can’t be read',
    before: 'if (reply === null) listeners.onBroken()',
    after: 'if (reply === null) listeners.onNoise(line)',
  },
  {
    file: `${folder}/connection.ts`,
    tests: [session],
    guard: 'the number of an answer',
    before: ' || reply.number !== state.call.number) {',
    after: ') {',
  },
  {
    file: `${folder}/deadline.ts`,
    tests: ['test/unit/powershell-faults.test.ts'],
    guard: 'the end of a deadline',
    before: 'goOn(onPassed)',
    after: '',
  },
  {
    file: `${folder}/connection.ts`,
    tests: [session],
    guard: 'the wait until a process that was lost is gone',
    before: 'void this.#gone.then(() => {\n      before.call.reject(loss)\n    })',
    after: 'before.call.reject(loss)',
  },
  {
    file: `${folder}/kill-tree.ts`,
    tests: [session],
    guard: 'the end of all that a process started',
    before: 'const tree = [pid, ...(await descendantsOf(pid))]',
    after: 'const tree = [pid]',
  },
  {
    file: `${folder}/session.ts`,
    tests: [session],
    guard: 'the rule that a change is never sent twice',
    before: 'if (verbs[verb].changes) throw unknownOutcome(error)',
    after: '',
  },
  {
    file: `${folder}/verbs.ts`,
    tests: [session, 'test/unit/powershell-scripts.test.ts'],
    guard: 'the note that an apply changes something',
    before: 'apply: { changes: true',
    after: 'apply: { changes: false',
  },
  {
    file: `${folder}/restarts.ts`,
    tests: ['test/unit/powershell-faults.test.ts'],
    guard: 'the stop after three losses',
    before: 'if (losses.length >= mostLosses) throw stopped(losses.at(-1)?.loss)',
    after: '',
  },
  {
    file: `${folder}/clean-environment.ts`,
    tests: ['test/unit/powershell-find.test.ts'],
    guard: 'the clean environment',
    before: '!dropped.has(name.toLowerCase())',
    after: "name !== ''",
  },
  {
    file: `${folder}/clean-environment.ts`,
    tests: ['test/unit/powershell-find.test.ts'],
    guard: 'the removal of foreign modules from the environment',
    before: "  'psmodulepath',\n",
    after: '',
  },
  {
    file: `${folder}/find-powershell.ts`,
    tests: ['test/unit/powershell-find.test.ts'],
    guard: 'the rule that PowerShell has an absolute path',
    before: 'folders.filter((folder) => isAbsolute(folder)).map(',
    after: 'folders.map(',
  },
  {
    file: `${folder}/open-shell.ts`,
    tests: [session],
    guard: 'the rule that no variable names another PowerShell',
    before: 'const shell = new PowerShellByPath({',
    after: 'const shell = new PowerShell({',
  },
  {
    file: `${folder}/open-shell.ts`,
    tests: ['test/unit/powershell-faults.test.ts', session],
    guard: 'the rule that no profile is read',
    before: "'-NoProfile': true,",
    after: '',
  },
  {
    file: `${texts}/shared/Find-Vm.ps1`,
    tests: scripts,
    guard: 'the Id by which a machine is found',
    before: 'Hyper-V\\Get-VM -Id $vmId',
    after: 'Hyper-V\\Get-VM -Name $vmId',
  },
  {
    file: `${texts}/apply.ps1`,
    tests: scripts,
    guard: 'the type of an Id in a script',
    before: 'param([guid] $vmId, [guid] $checkpointId)',
    after: 'param([string] $vmId, [string] $checkpointId)',
  },
  {
    file: `${texts}/rename.ps1`,
    tests: scripts,
    guard: 'the rule that nothing named is run in a script',
    before: '-NewName $name',
    after: '-NewName (Invoke-Expression $name)',
  },
  {
    file: `${texts}/shared/Find-Checkpoint.ps1`,
    tests: overPowerShell,
    guard: 'the refusal of a checkpoint of another machine',
    only: 'refuses checkpoints that are not there, or of another machine, or of a replica',
    before: 'if ($checkpoint.VMId -ne $vmId) {',
    after: 'if ($null -eq $checkpoint.VMId) {',
  },
  {
    file: `${texts}/revert.ps1`,
    tests: overPowerShell,
    guard: 'the check in PowerShell what “Now” hangs under',
    only: 'refuses where Now hangs under another one by now',
    before: 'if ($vm.ParentSnapshotId -ne $checkpointId) {',
    after: 'if ($null -eq $checkpointId) {',
  },
  {
    file: `${texts}/change-policy.ps1`,
    tests: overPowerShell,
    guard: 'the check in PowerShell that a policy is what was read',
    only: 'refuses where another type is expected',
    before: '"$($vm.CheckpointType)" -ne $expectedType',
    after: '"$($vm.CheckpointType)" -eq ""',
  },
]
