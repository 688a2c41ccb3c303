import { useSettings } from '../stores/settings.ts'

/** As many as are worth a look. */
const mostRecent = 10

/** Where an export begins, and where earlier ones went, newest first. */
export function exportFolders(): { readonly start: string; readonly recent: readonly string[] } {
  const { exportFolder, recentExportFolders: recent } = useSettings().settings
  return { start: exportFolder === '' ? (recent[0] ?? '') : exportFolder, recent }
}

/** The export goes on all the same where this can't be kept; the settings say so themselves. */
export async function rememberExportFolder(folder: string): Promise<void> {
  const { recentExportFolders: recent } = useSettings().settings
  // Windows makes no difference between capitals and small letters.
  const others = recent.filter((each) => each.toLowerCase() !== folder.toLowerCase())
  await useSettings()
    .change({ recentExportFolders: [folder, ...others].slice(0, mostRecent) })
    .catch(() => undefined)
}
