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
  --help               show this text`

/** Throws an `Error` with a sentence for the user where an option is unknown or wrong. */
export function parseStartOptions(argv: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
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
      help: { type: 'boolean', default: false },
    },
  })
  return {
    browser: values.browser,
    open: !values['no-open'],
    port: portOf(values.port),
    demo: values.demo,
    diagnose: values.diagnose,
    powershell: values.powershell ?? null,
    modulePath: values['module-path'] ?? null,
    help: values.help,
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new Error(`“${text}” is not a port. Give a number from 0 to 65535, such as --port 8123.`)
}
