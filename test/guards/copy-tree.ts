import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'

/** What is made from the rest, or is too much to copy. */
const left = new Set(['.git', 'node_modules', 'out', 'release', 'coverage'])

/** A copy of the project in which anything can be broken, with the packages of the project itself, until it is removed. */
export function copyTree(root: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-guards-'))
  cpSync(root, folder, {
    recursive: true,
    filter: (file) => !left.has(relative(root, file).split(sep)[0] ?? ''),
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
