import { access, constants, readdir, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { AppError } from '#contract/errors'
import type { FolderListing } from '#contract/model'

/** The folders of this computer, which is the host itself. */

export async function inspectLocalFolder(path: string): Promise<'usable' | 'missing' | 'not-writable'> {
  if (!(await isFolder(path))) return 'missing'
  const isWritable = await access(path, constants.W_OK).then(
    () => true,
    () => false,
  )
  return isWritable ? 'usable' : 'not-writable'
}

/** The drives for an empty path. Rejects with `folder-missing`. Folders that can't be read are left out, not told. */
export async function listLocalFolders(path: string): Promise<FolderListing> {
  if (path === '')
    return { path: '', parent: null, folders: (await drives()).map((each) => ({ name: each, path: each })) }
  const entries = await entriesOf(path)
  const found = await Promise.all(
    entries.map(async (name) =>
      (await isFolder(join(path, name))) ? [{ name, path: join(path, name) }] : [],
    ),
  )
  const folders = found.flat().toSorted((a, b) => a.name.localeCompare(b.name))
  const parent = dirname(path)
  return { path, parent: parent === path ? '' : parent, folders }
}

async function entriesOf(path: string): Promise<readonly string[]> {
  const missing = new AppError(
    'folder-missing',
    `The folder “${path}” is not there, or this account may not look into it.`,
  )
  // A relative path would mean another folder each time the app is started from somewhere else.
  if (!isAbsolute(path) || path.includes('\0')) throw missing
  return readdir(path).catch(() => {
    throw missing
  })
}

async function drives(): Promise<readonly string[]> {
  if (process.platform !== 'win32') return ['/']
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`)
  const found = await Promise.all(letters.map(async (drive) => ((await isFolder(drive)) ? [drive] : [])))
  return found.flat()
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
