import { fileURLToPath } from 'node:url'
import { allMutations } from './all-mutations.ts'
import { copyTree } from './copy-tree.ts'
import { type Proof, prove } from './prove.ts'
import { runUnharmed } from './run-unharmed.ts'

/**
 * npm run test:guards [-- PART …]: takes away one guard after the other, each in a copy, and looks that a test expects it. With parts
 * of names only those guards. Ends with 1 where nobody misses a guard, or where it is not found any more.
 */
const wanted = process.argv.slice(2)
const mutations = allMutations.filter(
  ({ guard }) => wanted.length === 0 || wanted.some((part) => guard.includes(part)),
)
if (mutations.length === 0) {
  console.error(`No guard has ${wanted.map((part) => `“${part}”`).join(' or ')} in its name.`)
  process.exit(1)
}
const { folder, remove } = copyTree(fileURLToPath(new URL('../..', import.meta.url)))
process.once('exit', remove)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const { passed, wrong } = await runUnharmed(folder, mutations)
if (wrong.length > 0) {
  console.error(['With every guard in its place is red:', ...wrong].join('\n'))
  process.exitCode = 1
} else {
  console.log(`With every guard in its place ${String(passed)} tests pass. Without`)
  const proofs: Proof[] = []
  for (const mutation of mutations) {
    const proof = await prove(folder, mutation)
    proofs.push(proof)
    console.log(`${proof.isProved ? 'red     ' : 'SURVIVES'} | ${proof.guard.padEnd(60)} | ${proof.by}`)
  }
  const survivors = proofs.filter(({ isProved }) => !isProved)
  console.log(`${String(proofs.length - survivors.length)} guards proved, ${String(survivors.length)} not.`)
  process.exitCode = survivors.length === 0 ? 0 : 1
}
