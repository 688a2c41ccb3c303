import { AppError } from '#contract/errors'
import type { FolderListing } from '#contract/model'
import type { HyperVHost } from '../../core/ports.ts'
import type { Simulation } from './simulation.ts'

/** The folders of the simulated host, as the picker asks for them. */
export function simulatedFolders(simulation: Simulation): Pick<HyperVHost, 'inspectFolder' | 'listFolders'> {
  return {
    inspectFolder: (path) => {
      const folder = simulation.folder(path)
      if (folder === undefined) return Promise.resolve('missing')
      return Promise.resolve(folder.isWritable ? 'usable' : 'not-writable')
    },
    listFolders: (path) => {
      const listing = path === '' ? drivesOf(simulation) : listingOf(simulation, path)
      return listing === null ? Promise.reject(missing(path)) : Promise.resolve(listing)
    },
  }
}

function drivesOf(simulation: Simulation): FolderListing {
  return {
    path: '',
    parent: null,
    folders: simulation.drives().map((drive) => ({ name: drive, path: drive })),
  }
}

function listingOf(simulation: Simulation, path: string): FolderListing | null {
  const folder = simulation.folder(path)
  if (folder === undefined) return null
  const start = folder.path.endsWith('\\') ? folder.path : `${folder.path}\\`
  const names = [...folder.folders].sort((a, b) => a.localeCompare(b))
  return {
    path: folder.path,
    parent: parentOf(folder.path),
    folders: names.map((name) => ({ name, path: start + name })),
  }
}

/** Above a drive is the list of drives, whose path is empty. */
function parentOf(path: string): string {
  if (path.endsWith('\\')) return ''
  const parent = path.slice(0, path.lastIndexOf('\\'))
  return parent.endsWith(':') ? `${parent}\\` : parent
}

function missing(path: string): AppError {
  return new AppError('folder-missing', `The folder ${path} is not there. Choose another one.`)
}
