import { type BrowserWindow, dialog } from 'electron'

/**
 * A page that does not answer may only be busy, so whoever sits before it decides. The question goes away by itself when
 * the page answers again.
 */
export function askWhenHung(window: BrowserWindow): void {
  let question: AbortController | null = null
  const endQuestion = (): void => {
    question?.abort()
    question = null
  }
  window.on('unresponsive', () => {
    if (question !== null) return
    question = new AbortController()
    void ask(window, question.signal).then((isToReload) => {
      question = null
      // A page that hangs would never get round to a reload; one that is gone is loaded anew, see reload-after-crash.ts.
      if (isToReload && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
    })
  })
  window.on('responsive', endQuestion)
  window.once('closed', endQuestion)
}

async function ask(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Savepoint',
    message: 'The window does not answer.',
    detail:
      'It may only be busy. Loading it again loses what was typed into it and not yet saved; what Hyper-V was asked to do goes on either way.',
    buttons: ['Wait', 'Load Again'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  })
  return response === 1 && !signal.aborted
}
