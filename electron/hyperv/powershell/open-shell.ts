import { Buffer } from 'node:buffer'
import type { ChildProcess } from 'node:child_process'
import { dirname } from 'node:path'
import { PowerShell } from 'node-powershell'
import { killTree } from './kill-tree.ts'

/** A PowerShell process as its streams. */
export interface Shell {
  readonly write: (text: string) => void
  /** Settles when nothing can be asked of the process any more, with what the system says of it. */
  readonly lost: Promise<ShellLoss>
  /** The last of what it wrote to its error stream. */
  readonly lastErrors: () => string
  /** Lets it end by itself, which leaves nothing behind in the temporary folder, and ends it where it does not. */
  readonly leave: () => Promise<void>
  /** Ends it and all that it started; settles when that is gone, with false where something would not go. */
  readonly kill: () => Promise<boolean>
}

interface ShellLoss {
  readonly reason: 'ended' | 'not-started'
  readonly said: string
}

/**
 * Starts PowerShell from an absolute path. What it prints comes as latin1, a character for each byte. Reading both streams
 * never stops, so that it can’t block on a full pipe.
 */
export function openShell(
  file: string,
  environment: NodeJS.ProcessEnv,
  onText: (text: string) => void,
): Shell {
  const { process: child, streams } = start(file, environment)
  const { stdin, stdout, stderr } = streams
  const errors = keepLast(stderr)
  readInTurns(stdout, onText)
  const ended = endOf(child)
  const kill = async (): Promise<boolean> => {
    const isRunning = child.exitCode === null && child.signalCode === null
    const isGone = isRunning && child.pid !== undefined ? await killTree(child.pid) : true
    if (isGone) await ended
    return isGone
  }
  return {
    write: (text) => stdin.write(text),
    lost: Promise.race([ended, brokenInput(stdin)]),
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

/** Both streams, and none of node-powershell's ways with them. */
function start(file: string, environment: NodeJS.ProcessEnv): Hidden & Pick<PowerShell, 'streams'> {
  const shell = new PowerShellByPath({
    executable: file,
    executableOptions: {
      '-NoProfile': true,
      '-NonInteractive': true,
      '-ExecutionPolicy': 'RemoteSigned',
      '-OutputFormat': 'Text',
    },
    // Whatever is looked for where a program runs is found beside PowerShell, which nobody but an administrator may change.
    spawnOptions: { cwd: dirname(file), env: environment, windowsHide: true },
    // It can't give out bytes. This is them, a character for each.
    outputEncoding: 'latin1',
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

function endOf(child: ChildProcess): Promise<ShellLoss> {
  return new Promise((resolve) => {
    const settle = (): void => {
      resolve({ reason: 'ended', said: child.signalCode ?? `exit code ${String(child.exitCode)}` })
    }
    // Not once: a second error without a listener would end this program.
    child.on('error', (error) => {
      if (child.pid === undefined) resolve({ reason: 'not-started', said: error.message })
    })
    child.once('close', settle)
    child.once('exit', () => setTimeout(settle, patienceForStreams).unref())
  })
}

/** A process that reads no more can't be asked any more, whether it still runs or not. Where it ended, its own end says more. */
function brokenInput(stdin: NodeJS.WritableStream): Promise<ShellLoss> {
  return new Promise((resolve) => {
    stdin.on('error', (error: Error) => {
      setTimeout(() => {
        resolve({ reason: 'ended', said: error.message })
      }, patienceForStreams).unref()
    })
  })
}

/**
 * Node reads a full pipe thirty times over before anything else gets its turn. A piece this long has more behind it, so
 * whatever else waits comes first.
 */
const longPiece = 16_384

function readInTurns(stream: NodeJS.ReadableStream, onText: (text: string) => void): void {
  stream.on('data', (text: string) => {
    onText(text)
    if (text.length < longPiece) return
    stream.pause()
    setImmediate(() => stream.resume())
  })
}

const mostErrors = 8_192

function keepLast(stream: NodeJS.ReadableStream): () => string {
  let last = ''
  stream.on('data', (text: string) => {
    last = (last + text).slice(-mostErrors)
  })
  stream.resume()
  // What was cut off in the middle of a character leaves one that can't be read.
  return () => Buffer.from(last, 'latin1').toString('utf8')
}
