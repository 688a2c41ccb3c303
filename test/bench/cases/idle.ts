import { appendFileSync, readFileSync } from 'node:fs'
import { setTimeout as passed } from 'node:timers/promises'
import type { BenchCase, CaseResult, Measurement } from '../bench-case.ts'
import { builtApp } from '../built-app.ts'
import type { Goal } from '../goal.ts'
import { writeLargeHost } from '../large-host.ts'
import { openPage } from '../open-page.ts'
import { startBuiltMain } from '../peers/built-main.ts'

/** Milliseconds that are looked at, once each. */
const slice = 10_000
/** Machines on the host. */
const vms = 64
/** Bytes; an answer that is longer tells of machines. */
const longestDigest = 1_024

/** What the app does while nobody looks: in the tray, its window hidden, on a host of which it hears by events. */
export const idle: BenchCase = {
  name: 'idle',
  title: 'Nobody looks: the app in the tray, its window hidden',
  run: async ({ isQuick, rounds, onProgress }) => {
    await builtApp()
    const slices = isQuick ? 1 : rounds
    const main = await atRest(slices, onProgress)
    const page = await framesOfHiddenPage(isQuick ? 1_000 : slice)
    const goal = { id: 'P13', direction: 'at most' } as const
    const goals: readonly Goal[] = [
      { ...goal, text: 'lists told anew', limit: 0, unit: '', values: main.told },
      { ...goal, text: 'timers a second', limit: 1, unit: '', values: main.timers },
      ...page.map((values): Goal => ({ ...goal, text: 'frames asked for', limit: 0, unit: '', values })),
    ]
    return { name: idle.name, title: idle.title, rows: goals.map(rowOf), goals, remarks }
  },
}

const remarks: CaseResult['remarks'] = [
  `The built main with Electron replaced, over a PowerShell that tells of ${String(vms)} running machines and then that nothing changed. It is asked every five seconds, and answers in one line; none of the machines is told again.`,
  'The page is the whole window while its document is hidden; a page that is hidden draws nothing even where it asks.',
]

function rowOf({ text, values }: Goal): Measurement {
  return { peer: 'ours', measure: text, unit: '', values }
}

interface AtRest {
  /** Of each slice. */
  readonly told: readonly number[]
  readonly timers: readonly number[]
}

async function atRest(slices: number, onProgress: (text: string) => void): Promise<AtRest> {
  const { file, remove } = writeLargeHost(vms)
  const lists = `${file}.lists`
  appendFileSync(lists, '')
  const main = startBuiltMain({
    ...{ parameters: ['--hidden'], dialect: 'lines', imports: ['test/bench/count-timers.mjs'] },
    settings: { BENCH_PARTS: file, BENCH_LISTS: lists },
  })
  const timersSince = async (): Promise<number> => {
    const told = main.told('timers')
    main.child.kill('SIGUSR2')
    return Number(await told)
  }
  onProgress('waiting for the list, and until it rests')
  while (bytesOf(lists).length < 2) await passed(200)
  await passed(2_000)
  await timersSince()
  const rest: { told: number; timers: number }[] = []
  for (let index = 0; index < slices; index += 1) {
    onProgress(`${String(index + 1)} of ${String(slices)}`)
    const before = bytesOf(lists).length
    await passed(slice)
    const timers = (await timersSince()) / (slice / 1_000)
    rest.push({
      timers,
      told: bytesOf(lists)
        .slice(before)
        .filter((bytes) => bytes > longestDigest).length,
    })
  }
  await main.close()
  remove()
  return { told: rest.map(({ told }) => told), timers: rest.map(({ timers }) => timers) }
}

/** The length of each list that was told. */
function bytesOf(lists: string): readonly number[] {
  return readFileSync(lists, 'utf8').split('\n').filter(Boolean).map(Number)
}

/** Empty where no browser is found. */
async function framesOfHiddenPage(milliseconds: number): Promise<readonly (readonly number[])[]> {
  const opened = await openPage()
  if (opened === null) return []
  await opened.ask('bench.openLoadedWindow(64)')
  await opened.page.getByRole('gridcell', { name: 'SHOP-0001' }).click()
  await opened.page.locator('[role=treeitem] .known').first().waitFor({ state: 'attached' })
  const frames = await opened.ask<number>(`bench.framesWhileHidden(${String(milliseconds)})`)
  await opened.close()
  return [[frames]]
}
