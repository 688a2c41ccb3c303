import { AppError } from '#contract/errors'
import type { FolderPath } from '#contract/inputs'
import { requireFolderPath } from './folder-path.ts'
import type { HyperVHost } from './ports.ts'

/** Refuses, with the reason, a folder that is not there or that nothing can be written to. */
export async function requireUsableFolder(host: HyperVHost, folder: FolderPath): Promise<void> {
  requireFolderPath(folder, host.pathStyle)
  const found = await host.inspectFolder(folder)
  if (found === 'missing')
    throw new AppError(
      'folder-missing',
      `The folder ${folder} is not there. Choose one that is, or make it first.`,
    )
  if (found === 'not-writable')
    throw new AppError('folder-not-writable', `Nothing can be written to ${folder}. Choose another folder.`)
}
