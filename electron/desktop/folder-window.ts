import { BrowserWindow, dialog, shell, type OpenDialogOptions } from 'electron'
import type { DesktopTools } from '../core/ports.ts'

/** The system's own windows of folders. A path is only ever shown: opening it would start a program that lies there. */
export const folderWindow: Pick<DesktopTools, 'pickFolder' | 'showPath'> = {
  pickFolder: async (start) => {
    const parent = BrowserWindow.getFocusedWindow()
    const question: OpenDialogOptions = {
      defaultPath: start,
      properties: ['openDirectory', 'createDirectory'],
    }
    const { filePaths } =
      parent === null ? await dialog.showOpenDialog(question) : await dialog.showOpenDialog(parent, question)
    return filePaths[0] ?? null
  },
  showPath: (path) => {
    shell.showItemInFolder(path)
  },
}
