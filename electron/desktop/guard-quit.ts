import { app, type BrowserWindow, dialog } from 'electron'
import type { Operation } from '#contract/model'
import type { App } from '../core/app.ts'
import { ask } from '../core/ask.ts'
import { quitButtons, quitQuestion } from './quit-question.ts'

interface Parts {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  /** The one to ask over; null where none is to be seen. */
  readonly visibleWindow: () => BrowserWindow | null
  readonly showWindow: () => void
  readonly hideWindow: () => void
}

export interface QuitGuard {
  /** Whether the app is on its way out, so that nothing stays because of a question any more. */
  readonly isEnding: () => boolean
  /** Somebody wants to see the window, so nobody waits for the app to quit any more. */
  readonly stay: () => void
  /** Windows ends the session: there is no time for questions. */
  readonly end: () => void
}

type Answer = (typeof quitButtons)[number]

/** Nobody quits by mistake while something is under way, and whoever does so knows what becomes of it. */
export function guardQuit({ app: composed, visibleWindow, showWindow, hideWindow }: Parts): QuitGuard {
  let isEnding = false
  let isAsking = false
  /** What somebody waits for before quitting; null where nobody does. */
  let awaited: Set<Operation['id']> | null = null

  app.on('before-quit', (event) => {
    if (isEnding) return
    event.preventDefault()
    // A question that could not be shown leaves all as it is, and is asked again the next time.
    decide().catch(() => undefined)
  })
  composed.subscribe((event) => {
    if (event.name === 'operation.changed' && awaited !== null) void quitWhenDone()
  })

  async function decide(): Promise<void> {
    if (isAsking) return
    isAsking = true
    try {
      const operations = (await operationsOf(composed)).filter(isUnderWay)
      await follow(operations.length === 0 ? 'Quit Now' : await askHow(operations), operations)
    } finally {
      isAsking = false
    }
  }

  async function follow(answer: Answer, operations: readonly Operation[]): Promise<void> {
    awaited = answer === 'Quit When Done' ? new Set(operations.map(({ id }) => id)) : null
    if (answer === 'Quit Now') quit()
    if (awaited === null) return
    hideWindow()
    await quitWhenDone()
  }

  async function askHow(operations: readonly Operation[]): Promise<Answer> {
    const window = visibleWindow()
    const question = quitQuestion(operations)
    const { response } = await (window === null
      ? dialog.showMessageBox(question)
      : dialog.showMessageBox(window, question))
    return quitButtons[response] ?? 'Don’t Quit'
  }

  async function quitWhenDone(): Promise<void> {
    const operations = await operationsOf(composed)
    if (awaited === null) return
    const underWay = operations.filter(isUnderWay)
    for (const { id } of underWay) awaited.add(id)
    if (operations.some((each) => awaited?.has(each.id) === true && isFailed(each))) {
      awaited = null
      showWindow()
    } else if (underWay.length === 0) quit()
  }

  function quit(): void {
    isEnding = true
    app.quit()
  }

  return {
    isEnding: () => isEnding,
    stay: () => {
      awaited = null
    },
    end: () => {
      isEnding = true
    },
  }
}

/** None where they can't be read: whoever wants to quit must be able to. */
async function operationsOf(app: Pick<App, 'dispatch'>): Promise<readonly Operation[]> {
  const reply = await ask(app, 'operation.list', {})
  return reply.ok ? reply.value : []
}

function isUnderWay({ endedAt }: Operation): boolean {
  return endedAt === null
}

function isFailed({ state }: Operation): boolean {
  return state === 'failed' || state === 'unknown'
}
