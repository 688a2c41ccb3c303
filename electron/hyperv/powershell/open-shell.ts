import type { ChildProcess } from 'node:child_process'
import { PowerShell } from 'node-powershell'
import { killTree } from './kill-tree.ts'

/** A PowerShell process as its streams. */
export interface Shell {
  readonly write: (text: string) => void
  /** Settles when the process is gone, or could not be started, with what the system says of it. */
  readonly ended: Promise<string>
  /** The last of what it wrote to its error stream. */
  readonly lastErrors: () => string
  /** Lets it end by itself, which leaves nothing behind in the temporary folder, and ends it where it does not. */
  readonly leave: () => Promise<void>
  /** Ends it and all that it started; settles when it is gone. */
  readonly kill: () => Promise<void>
}

/** Starts PowerShell from an absolute path. Reading both streams never stops, so that it can't block on a full pipe. */
export function openShell(
  file: string,
  environment: NodeJS.ProcessEnv,
  onText: (text: string) => void,
): Shell {
  const { process: child, streams } = start(file, environment)
  const { stdin, stdout, stderr } = streams
  const errors = keepLast(stderr)
  stdout.on('data', onText)
  // Writing to a process that is gone: its end is told by `ended`.
  stdin.on('error', () => undefined)
  const ended = endOf(child)
  const kill = async (): Promise<void> => {
    const isRunning = child.exitCode === null && child.signalCode === null
    if (isRunning && child.pid !== undefined) await killTree(child.pid)
    await ended
  }
  return {
    write: (text) => stdin.write(text),
    ended,
    lastErrors: errors,
    leave: async () => {
      stdin.end('exit\n')
      const patience = setTimeout(() => void kill(), patienceForLeaving)
      await ended
      clearTimeout(patience)
    },
    kill,
  }
}

/** Both streams as text, and none of node-powershell's ways with them. */
function start(file: string, environment: NodeJS.ProcessEnv): Hidden & Pick<PowerShell, 'streams'> {
  const shell = new PowerShellByPath({
    executable: file,
    executableOptions: {
      '-NoProfile': true,
      '-NonInteractive': true,
      '-ExecutionPolicy': 'RemoteSigned',
      '-OutputFormat': 'Text',
    },
    spawnOptions: { env: environment, windowsHide: true },
  })
  // node-powershell keeps the process and the promise of its end to itself. Without the one there is no process tree
  // to end; without a catch on the other a missing executable ends this program.
  const { process, exitPromise } = shell as unknown as Hidden
  exitPromise.catch(() => undefined)
  // It pipes the error stream away to look at it once, and unpiping pauses a stream for good.
  shell.streams.stderr.unpipe()
  return { process, exitPromise, streams: shell.streams }
}

interface Hidden {
  readonly process: ChildProcess
  readonly exitPromise: Promise<void>
}

/** node-powershell lets the variable NODE_POWERSHELL win over the file it was given. */
class PowerShellByPath extends PowerShell {
  protected override setExecutable(options: { readonly executable?: string }): string {
    if (options.executable === undefined) throw new Error('No PowerShell was named.')
    return options.executable
  }
}

const patienceForLeaving = 2_000

/** Something that PowerShell started may hold its streams open after it; that is not waited for longer than this. */
const patienceForStreams = 500

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    const settle = (): void => {
      resolve(child.signalCode ?? `exit code ${String(child.exitCode)}`)
    }
    // Not once: a second error without a listener would end this program.
    child.on('error', (error) => {
      resolve(error.message)
    })
    child.once('close', settle)
    child.once('exit', () => setTimeout(settle, patienceForStreams).unref())
  })
}

const mostErrors = 8_192

function keepLast(stream: NodeJS.ReadableStream): () => string {
  let last = ''
  stream.on('data', (text: string) => {
    last = (last + text).slice(-mostErrors)
  })
  stream.resume()
  return () => last
}
