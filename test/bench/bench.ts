import { readFileSync, writeFileSync } from 'node:fs'
import type { BenchCase, CaseResult } from './bench-case.ts'
import { readBenchOptions, type BenchOptions } from './bench-options.ts'
import { clickUnderLoad } from './cases/click-under-load.ts'
import { healthOfMany } from './cases/health-1k.ts'
import { coldInventory } from './cases/inventory-cold.ts'
import { unchangedPoll } from './cases/poll-unchanged.ts'
import { realPowerShell } from './cases/real-powershell.ts'
import { longReply } from './cases/reply-40m.ts'
import { roundTrip } from './cases/rt-1k.ts'
import { soak } from './cases/soak-calls.ts'
import { treeFilter } from './cases/tree-filter.ts'
import { treePaint } from './cases/tree-paint.ts'
import { treePaintTenfold } from './cases/tree-paint-10x.ts'
import { treeScroll } from './cases/tree-scroll.ts'
import { isMet } from './goal.ts'
import { docsText } from './docs-text.ts'
import { compared } from './compared.ts'
import { picture } from './picture.ts'
import { machineLine } from './machine.ts'
import { textOfCase } from './text-of-case.ts'

const cases: readonly BenchCase[] = [
  ...[roundTrip, longReply, coldInventory, unchangedPoll, realPowerShell],
  ...[treePaint, treePaintTenfold, treeScroll, treeFilter, clickUnderLoad, healthOfMany],
  soak,
]

const options = readBenchOptions(process.argv.slice(2))
const machine = machineLine()
console.log(machine)
const results = await runCases(options)
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify({ machine, results }, null, 2))
if (options.docs) await writeDocs(results)
const missed = results.flatMap(({ goals }) => goals).filter((goal) => !isMet(goal)).length
console.log(missed === 0 ? 'Every goal is met.' : `Goals missed: ${String(missed)}.`)
process.exitCode = missed === 0 ? 0 : 1

async function writeDocs(results: readonly CaseResult[]): Promise<void> {
  const names = cases.map(({ name }) => name)
  const isWhole = names.every((each) => results.some(({ name }) => name === each))
  // The picture compares all of them, so it is drawn of a whole run alone.
  if (isWhole) writeFileSync('docs/images/performance.svg', picture(compared(results)))
  const before = readFileSync('docs/performance.md', 'utf8')
  writeFileSync('docs/performance.md', await docsText(machine, results, names, before))
}

async function runCases({ cases: names, isQuick }: BenchOptions): Promise<readonly CaseResult[]> {
  const unknown = names.filter((name) => !cases.some((each) => each.name === name))
  if (unknown.length > 0) throw new Error(`No such case: ${unknown.join(', ')}`)
  const results: CaseResult[] = []
  for (const each of cases.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const onProgress = (text: string): void => {
      console.log(`  ${each.name}: ${text}`)
    }
    const result = await each.run({ isQuick, rounds: isQuick ? 3 : 7, onProgress })
    console.log(`\n${textOfCase(result)}\n`)
    results.push(result)
  }
  return results
}
