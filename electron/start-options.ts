import { parseArgs } from 'node:util'

export interface StartOptions {
  /** Open in the browser even where Electron's window could be had. */
  readonly browser: boolean
  /** Open the address; false only prints it. */
  readonly open: boolean
  /** Loopback port of browser mode; 0 takes a free one. */
  readonly port: number
  readonly demo: boolean
  /** Say why virtual machines can’t be seen, and end. */
  readonly diagnose: boolean
  /** The PowerShell to use, by path; null finds one. */
  readonly powershell: string | null
  /** A folder of PowerShell modules put before all others, for tests. */
  readonly modulePath: string | null
  /** Start in the tray, without a window. */
  readonly hidden: boolean
  /** Take a checkpoint of the machine with this name or Id, and stay in the tray; null for none. */
  readonly checkpoint: string | null
  /** Why that checkpoint is taken; null where nobody says. */
  readonly reason: string | null
  readonly help: boolean
}

export const usage = `Savepoint: Hyper-V checkpoints

  npm start -- [options]

  --browser            open in the browser rather than in a window of its own
  --no-open            print the address, open nothing
  --port N             the port of browser mode, 0 to 65535 (0, the default, takes a free one)
  --demo               use the built-in demo host
  --diagnose           say why virtual machines can’t be seen, and end
  --powershell FILE    use this PowerShell
  --module-path DIR    look for PowerShell modules in this folder first
  --hidden             start in the tray, without a window
  --checkpoint VM      take a checkpoint of the virtual machine with this name or Id
  --reason TEXT        why that checkpoint is taken
  --help               show this text`

/** Throws an `Error` with a sentence for the user where an option is unknown or wrong. */
export function parseStartOptions(argv: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: argv.filter((argument) => argument !== addedByWindows),
    strict: true,
    allowPositionals: false,
    options: {
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      demo: { type: 'boolean', default: false },
      diagnose: { type: 'boolean', default: false },
      powershell: { type: 'string' },
      'module-path': { type: 'string' },
      hidden: { type: 'boolean', default: false },
      checkpoint: { type: 'string', multiple: true, default: [] },
      reason: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.checkpoint.length > 1) throw new Error(oneMachine)
  if (values.reason !== undefined && values.checkpoint.length === 0) throw new Error(reasonOfNothing)
  return {
    browser: values.browser,
    open: !values['no-open'],
    port: portOf(values.port),
    demo: values.demo,
    diagnose: values.diagnose,
    powershell: values.powershell ?? null,
    modulePath: values['module-path'] ?? null,
    hidden: values.hidden,
    checkpoint: values.checkpoint[0] ?? null,
    reason: values.reason ?? null,
    help: values.help,
  }
}

/** Windows starts the app with it when somebody clicks a notification of an earlier start. */
const addedByWindows = '-Embedding'

const oneMachine = 'Give --checkpoint once: Savepoint takes one checkpoint at a time this way.'

const reasonOfNothing = 'Give --checkpoint as well: --reason says why that checkpoint is taken.'

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new Error(`“${text}” is not a port. Give a number from 0 to 65535, such as --port 8123.`)
}
