import type { FolderListing } from '#contract/model'

/** The ways in which a dialog finds a folder. */
export interface FolderFinding {
  readonly listFolders: (path: string) => Promise<FolderListing>
  /** The system's own window of folders; null where that knows other folders than the host does. */
  readonly pickFolder: ((start: string) => Promise<string | null>) | null
  /** Rejects with `AppError` where nothing could be written there. */
  readonly checkFolder: (folder: string) => Promise<unknown>
}
