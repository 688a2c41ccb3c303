import type { AppSettings } from './app-settings.ts'
import { defaultNameTemplate } from './name-template.ts'

/** As the app is at first. Without zod, since the window starts with it before it has read what was kept. */
export const defaultAppSettings: AppSettings = {
  theme: 'system',
  unasked: [],
  nameTemplate: defaultNameTemplate,
  exportFolder: '',
  recentExportFolders: [],
  columns: { hidden: ['version'], widths: {}, sortedBy: 'name', isDescending: false },
  layout: { sizes: {}, collapsed: [] },
  undoSeconds: 8,
  thresholds: { age: 7, count: 40, depth: 10, size: 200, runway: 14 },
  favourites: [],
  lastVmId: null,
  reasons: ['Before updates', 'Before an installation', 'Before a change of settings'],
  hotkey: 'Ctrl+Alt+Shift+C',
  startsWithWindows: false,
  closesToTray: true,
  isTrayTold: false,
  isWelcomed: false,
}
