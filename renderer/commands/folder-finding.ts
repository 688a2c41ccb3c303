import { call, isDesktop } from '../bridge.ts'
import type { FolderFinding } from '../dialogs/folder-finding.ts'
import { useHosts } from '../stores/hosts.ts'

/** How folders are found here. The demo host has folders of its own, of which the system knows nothing. */
export function folderFinding(): FolderFinding {
  const isOfSystem = isDesktop() && useHosts().status?.kind === 'hyper-v'
  return {
    listFolders: (path) => call('host.listFolders', { path }),
    pickFolder: isOfSystem ? async (start) => (await call('folder.pick', { start })).path : null,
    checkFolder: (folder) => call('host.checkFolder', { folder }),
  }
}
