import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const bundles = ['main', 'preload', 'renderer']

/**
 * The packages that leave the house in the packed app, as package-lock.json names their folders: `packed` those that lie
 * in it as they are, because the built main imports them, with all that they need; `bundled` those whose code is part
 * of ours; `left` what package.json asks for beyond them, which only browser mode runs.
 */
export function packedPackages(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = bundles.map((name) =>
    JSON.parse(readFileSync(join(root, 'out', 'bundled', `${name}.json`), 'utf8')),
  )
  const packed = withAllTheyNeed(
    lock,
    found.flatMap(({ imported }) => imported),
  )
  const asked = withAllTheyNeed(lock, Object.keys(lock[''].dependencies))
  return {
    packed,
    bundled: [...new Set(found.flatMap(({ bundled }) => bundled))].sort(),
    left: asked.filter((folder) => !packed.includes(folder)),
  }
}

function withAllTheyNeed(lock, names) {
  const found = new Set()
  const add = (from, name) => {
    const folder = folderOf(lock, from, name)
    if (folder === null || found.has(folder)) return
    found.add(folder)
    const { dependencies = {}, optionalDependencies = {} } = lock[folder]
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) add(folder, needed)
  }
  for (const name of names) add('', name)
  return [...found].sort()
}

/** As Node looks for a package: beside the one that asks, then ever further up. Null where it is not installed, as what is optional may be. */
function folderOf(lock, from, name) {
  const folder = `${from}${from === '' ? '' : '/'}node_modules/${name}`
  if (folder in lock) return folder
  if (from === '') return null
  return folderOf(lock, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
}
