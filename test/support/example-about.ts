import type { About } from '#contract/desktop'

/** An installed app on an ordinary Windows. */
export const exampleAbout: About = {
  version: '0.1.0',
  system: 'Windows 11 Pro 10.0.26100',
  electron: '45.4.1',
  chromium: '156.0.7000.10',
  node: '24.12.0',
  logFolder: 'C:\\Users\\anna\\AppData\\Local\\Savepoint\\logs',
  licenses: 'C:\\Program Files\\Savepoint\\THIRD-PARTY-LICENSES.txt',
}
