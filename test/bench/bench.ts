import { readFileSync, writeFileSync } from 'node:fs'
import { allCases } from './all-cases.ts'
import type { BenchCase, CaseResult } from './bench-case.ts'
import { readBenchOptions, type BenchOptions } from './bench-options.ts'
import { chosenCases, namesOf } from './chosen-cases.ts'
import { compared } from './compared.ts'
import { docsText } from './docs-text.ts'
import { isMet } from './goal.ts'
import { openHistory, type BenchRun } from './history.ts'
import { machineLine } from './machine.ts'
import { picture } from './picture.ts'
import { closeBrowser } from './shared-browser.ts'
import { textOfCase } from './text-of-case.ts'

/** npm run bench: measures, prints, keeps, and ends with 1 where a goal is missed or something can't be measured. */
const machine = machineLine()
try {
  const options = readBenchOptions(process.argv.slice(2))
  if (options.list) console.log(namesOf(allCases))
  else await bench(options, chosenCases(allCases, options.cases))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  // What was started for a case that failed would keep this program waiting; it ends with it.
  process.exit(1)
}

async function bench(options: BenchOptions, chosen: readonly BenchCase[]): Promise<void> {
  const { isQuick, json } = options
  // Before anything is measured that could not be kept.
  const keep = json === undefined ? null : openHistory(json)
  console.log(machine)
  const results = await runCases(options, chosen).finally(closeBrowser)
  const runs = keep?.({ date: new Date().toISOString(), machine, isQuick, results }) ?? []
  if (options.docs) await writeDocs(results, runs)
  const missed = results.flatMap(({ goals }) => goals).filter((goal) => !isMet(goal))
  console.log(missed.length === 0 ? 'Every goal is met.' : `Goals missed: ${String(missed.length)}.`)
  for (const { id, text } of missed) console.log(`  ${id} ${text}`)
  process.exitCode = missed.length === 0 ? 0 : 1
}

async function runCases(
  { isQuick }: BenchOptions,
  chosen: readonly BenchCase[],
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = []
  for (const [index, each] of chosen.entries()) {
    const place = `${String(index + 1)} of ${String(chosen.length)}`
    const onProgress = (text: string): void => {
      console.log(`  ${each.name} (${place}): ${text}`)
    }
    const result = await each.run({ isQuick, rounds: isQuick ? 2 : 7, onProgress })
    console.log(`\n${textOfCase(result)}\n`)
    results.push(result)
  }
  return results
}

async function writeDocs(results: readonly CaseResult[], runs: readonly BenchRun[]): Promise<void> {
  const names = allCases.map(({ name }) => name)
  const isWhole = names.every((each) => results.some(({ name }) => name === each))
  // The picture compares all of them, so it is drawn of a whole run alone.
  if (isWhole) writeFileSync('docs/images/performance.svg', picture(compared(results)))
  const before = readFileSync('docs/performance.md', 'utf8')
  writeFileSync('docs/performance.md', await docsText({ machine, results, names, runs, before }))
}
