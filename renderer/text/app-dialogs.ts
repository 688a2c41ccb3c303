export const shortcutsText = {
  title: 'Keyboard Shortcuts',
  menuKey: 'Context menu',
  leave: 'Leave a dialog or an edit',
  lists: [
    { label: 'Select several', keys: 'Shift+↑ ↓' },
    { label: 'One more, or one less', keys: 'Ctrl+Space' },
    { label: 'Select all', keys: 'Ctrl+A' },
    { label: 'Width of a column or a pane', keys: 'Shift+← →' },
  ],
}

export const aboutText = {
  title: 'About Savepoint',
  what: 'Takes, shows, applies and cleans up Hyper-V checkpoints.',
  notBackup: 'Checkpoints are not backups: they live on the same disks as the virtual machine.',
  facts: {
    version: 'Version',
    host: 'Host',
    speaks: 'Speaks to',
    system: 'System',
    runsOn: 'Runs on',
    log: 'Log',
    licenses: 'Licences',
  },
  electron: (electron: string, chromium: string, node: string): string =>
    `Electron ${electron}, Chromium ${chromium}, Node.js ${node}`,
  browser: (node: string): string => `Node.js ${node}, shown in a browser`,
  noLog: 'None: its folder can’t be written',
  licensesOfSources: 'MIT, see LICENSE beside the sources',
  logName: 'the log',
  licensesName: 'the licences',
  copyDiagnostics: 'Copy Diagnostics',
}

export const joinGroupText = {
  offer: 'Add This Account…',
  title: 'Join Hyper-V Administrators',
  what: 'Adds the account you are signed in with to the Windows group Hyper-V Administrators, once. You can then use Hyper-V without being an administrator.',
  consent:
    'Windows asks for an administrator’s consent. Savepoint itself stays without an administrator’s rights.',
  control:
    'Members of this group have full control of all virtual machines on this computer, and of what is in them.',
  signIn: 'It holds from the next time you sign in to Windows.',
  waiting: 'Windows is asking for an administrator’s consent…',
  joined:
    'This account was added to Hyper-V Administrators. Sign out of Windows and in again, then open Savepoint.',
  wasMember:
    'This account was a member of Hyper-V Administrators already. Sign out of Windows and in again, then open Savepoint.',
  join: 'Add This Account',
}

export const diagnosticsText = {
  checking: 'Looking at everything between Savepoint and Hyper-V…',
  wait: 'This takes a few seconds.',
  failed: 'It could not be found out.',
  findings: 'Findings',
  checkedAt: (moment: string): string => `Checked ${moment}`,
  copy: 'Copy',
  copyAll: 'Copy All',
  checkAgain: 'Check Again',
}
