import { fileURLToPath } from 'node:url'
import { build } from 'electron-builder'
import { buildIfStale } from './build-if-stale.mjs'
import { builderConfiguration } from './builder-configuration.mjs'
import { packedPackages } from './packed-packages.mjs'
import { packingProblem } from './packing-problem.mjs'
import { writeLegalFiles } from './write-legal-files.mjs'

/** npm run package: the Windows app in release/. It takes electron-builder's own parameters for what to make: --dir, --x64, --arm64. */
const root = fileURLToPath(new URL('..', import.meta.url))

try {
  await buildIfStale(root)
  const packages = packedPackages(root)
  await writeLegalFiles(root, packages)
  const made = await build({
    projectDir: root,
    config: builderConfiguration(packages, process.env),
    win: [],
    dir: process.argv.includes('--dir'),
    arm64: process.argv.includes('--arm64'),
    x64: process.argv.includes('--x64') || !process.argv.includes('--arm64'),
    publish: 'never',
  })
  for (const file of made) console.log(file)
} catch (error) {
  console.error(packingProblem(error))
  process.exitCode = 1
}
