import { appSettingsText } from './text/app-settings.ts'
import { commandText } from './text/commands.ts'
import { costText } from './text/costs.ts'
import { detailsText } from './text/details.ts'
import { dialogText } from './text/dialogs.ts'
import { healthText } from './text/health.ts'
import { helpText } from './text/help.ts'
import { layoutText } from './text/layout.ts'
import { operationText } from './text/operations.ts'
import { requestText } from './text/requests.ts'
import { setText } from './text/sets.ts'
import { trayPageText } from './text/tray.ts'
import { undoText } from './text/undo.ts'
import { verdictText } from './text/verdict.ts'
import { welcomeText } from './text/welcome.ts'
import { windowText } from './text/window.ts'

/** Every sentence the window shows, apart from what the app's other side says in its answers. */
export const text = {
  ...windowText,
  ...layoutText,
  appSettings: appSettingsText,
  command: commandText,
  cost: costText,
  details: detailsText,
  dialog: dialogText,
  health: healthText,
  help: helpText,
  operation: operationText,
  request: requestText,
  set: setText,
  tray: trayPageText,
  undo: undoText,
  verdict: verdictText,
  welcome: welcomeText,
} as const
