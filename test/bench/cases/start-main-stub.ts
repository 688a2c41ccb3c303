import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BenchCase } from '../bench-case.ts'
import { builtApp } from '../built-app.ts'
import { durationOf } from '../duration-of.ts'
import { atMostTimes } from '../goal-against.ts'
import type { Dialect } from '../peers/bench-child.ts'
import { startBuiltMain, type BuiltMain } from '../peers/built-main.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'

/** What stands between the start and the window, without Electron's own time. */
export const startOfMain: BenchCase = {
  name: 'start-main-stub',
  title: 'The start of the main process, with Electron replaced',
  run: async (settings) => {
    await builtApp()
    const { main, remove } = copyOfMain()
    const took = await runRounds(
      {
        'main, read and ended': () => timed(() => ended([main])),
        'node -e 0': () => timed(() => ended(['-e', '0'])),
        'to the window': () => untilWindow('lines'),
        'to the window, PowerShell is silent': () => untilWindow('silence'),
      },
      settings,
    )
    remove()
    const time = (peer: Parameters<typeof took>[0]): readonly number[] => took(peer, 'time')
    return {
      name: startOfMain.name,
      title: startOfMain.title,
      rows: rowsOf(
        took,
        ['main, read and ended', 'node -e 0', 'to the window', 'to the window, PowerShell is silent'],
        { time: 'ms' },
      ),
      goals: [
        atMostTimes('P10', 'main : node -e 0', 1.5, [time('main, read and ended'), time('node -e 0')]),
        atMostTimes('P10', 'to the window, PowerShell silent : answering', 1.3, [
          time('to the window, PowerShell is silent'),
          time('to the window'),
        ]),
      ],
      remarks: [
        'Main is the whole bundle with the packages that it takes, read as Electron reads it, and ended where it would begin. To the window is until its page is to be loaded.',
        'Of what main takes beyond an empty program, about a third is compiling and running our own bundle, by a profile; the packages of the log and of PowerShell are most of the rest.',
      ],
    }
  },
}

/** Beside all packages as they are installed but for Electron. */
function copyOfMain(): { readonly main: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-bench-'))
  const packages = join(folder, 'node_modules')
  const electron = join(packages, 'electron')
  mkdirSync(electron, { recursive: true })
  for (const name of readdirSync('node_modules').filter((each) => each !== 'electron'))
    symlinkSync(resolve('node_modules', name), join(packages, name))
  writeFileSync(join(electron, 'package.json'), '{"type":"module","exports":"./index.js"}')
  copyFileSync('test/bench/electron-at-rest.mjs', join(electron, 'index.js'))
  mkdirSync(join(folder, 'out/main'), { recursive: true })
  copyFileSync('package.json', join(folder, 'package.json'))
  const main = join(folder, 'out/main/main.js')
  copyFileSync('out/main/main.js', main)
  return {
    main,
    remove: () => {
      rmSync(folder, { recursive: true })
    },
  }
}

async function timed(task: () => Promise<unknown>): Promise<{ readonly time: number }> {
  return { time: await durationOf(task) }
}

async function ended(parameters: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`It ended with ${String(code)}: ${String(child.stderr.read())}`)
}

async function untilWindow(dialect: Dialect | 'silence'): Promise<{ readonly time: number }> {
  let main: BuiltMain | undefined
  const time = await durationOf(() => {
    main = startBuiltMain({ dialect })
    return main.told('opened')
  })
  await main?.close()
  return { time }
}
