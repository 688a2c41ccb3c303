import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const started: ChildProcess[] = []

/** As a terminal does: the command and all it starts are one group. */
function start(...parameters: readonly string[]): { child: ChildProcess; output: () => string } {
  return startBy(process.execPath, 'build/start.mjs', ...parameters)
}

function startBy(command: string, ...parameters: readonly string[]) {
  const child = spawn(command, parameters, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  return { child, output: () => output }
}

async function startedApp(...parameters: readonly string[]) {
  return opened(start('--browser', '--no-open', '--demo', ...parameters))
}

async function opened({ child, output }: ReturnType<typeof start>) {
  await expect.poll(output, { timeout: 60_000 }).toMatch(/^Savepoint is open at /m)
  const url = /^Savepoint is open at (http\S+)$/m.exec(output())![1]!
  return { child, url: new URL(url) }
}

/** Whether anybody still answers at the address. A refusal is an answer too. */
async function answers(url: URL): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

async function exitOf({ child, output }: ReturnType<typeof start>) {
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output: output() }
}

afterEach(() => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  }
})

describe('npm start', () => {
  it('prints one line with the address, on the port that was asked for', async () => {
    const { url: first, child } = await startedApp()
    child.kill('SIGTERM')
    await once(child, 'exit')
    const { url } = await startedApp('--port', first.port)
    expect([url.hostname, url.port]).toEqual(['127.0.0.1', first.port])
  })

  it.skipIf(process.platform === 'win32')(
    'ends with all it started on Ctrl+C, which reaches them all',
    async () => {
      const { child, url } = await startedApp()
      process.kill(-child.pid!, 'SIGINT')
      const [code] = (await once(child, 'exit')) as [number | null]
      expect({ code, answers: await answers(url) }).toEqual({ code: 0, answers: false })
    },
  )

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends with all it started on %s to itself alone',
    async (signal) => {
      const { child, url } = await startedApp()
      child.kill(signal)
      const [code] = (await once(child, 'exit')) as [number | null]
      expect({ code, answers: await answers(url) }).toEqual({ code: 0, answers: false })
    },
  )

  it('leaves nothing behind when it is killed', async () => {
    const { child, url } = await startedApp()
    child.kill('SIGKILL')
    await expect.poll(() => answers(url), { timeout: 15_000 }).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('leaves nothing behind when npm is told to end', async () => {
    const { child, url } = await opened(startBy('npm', 'start', '--', '--browser', '--no-open', '--demo'))
    child.kill('SIGTERM')
    await expect.poll(() => answers(url), { timeout: 15_000 }).toBe(false)
  })

  it('says which port is taken, and ends', async () => {
    const { url } = await startedApp()
    const { code, output } = await exitOf(start('--browser', '--no-open', '--demo', '--port', url.port))
    expect({ code, output }).toEqual({
      code: 1,
      output: `Port ${url.port} is taken by another program. Choose another with --port, or leave --port out.\n`,
    })
  })

  it.each([
    [['--nonsense'], "Unknown option '--nonsense'."],
    [['--port', 'many'], '“many” is not a port. Give a number from 0 to 65535, such as --port 8123.'],
    [['--port', '65536'], '“65536” is not a port. Give a number from 0 to 65535, such as --port 8123.'],
    [['--reason', 'Why'], 'Give --checkpoint as well: --reason says why that checkpoint is taken.'],
    [['word'], "Unexpected argument 'word'. This command does not take positional arguments."],
  ])('refuses %j with a sentence, before it builds or starts anything', async (parameters, sentence) => {
    expect(await exitOf(start(...parameters))).toEqual({
      code: 2,
      output: `${sentence}\nnpm start -- --help lists the options.\n`,
    })
  })

  it('takes no checkpoint in the browser, where nobody would be told how it went', async () => {
    const { code, output } = await exitOf(start('--browser', '--demo', '--checkpoint', 'DC01'))
    expect({ code, said: output.trim().split('\n').at(-1) }).toEqual({
      code: 1,
      said: 'A checkpoint is taken from the command line by Savepoint’s own window, which can’t be had: nothing was done.',
    })
  })

  it('lists its options', async () => {
    const { code, output } = await exitOf(start('--help'))
    const options = output.match(/--[a-z-]+/g)
    expect({ code, options }).toEqual({
      code: 0,
      options: [
        '--browser',
        '--no-open',
        '--port',
        '--demo',
        '--diagnose',
        '--powershell',
        '--module-path',
        '--hidden',
        '--checkpoint',
        '--reason',
        '--help',
      ],
    })
  })
})
