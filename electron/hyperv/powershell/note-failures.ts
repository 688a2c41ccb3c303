import { AppError } from '#contract/errors'
import type { FailureHistory } from '../../core/failure-history.ts'
import type { Session } from './session.ts'

/** The same session, whose failures are kept for a diagnosis. */
export function noteFailures(session: Session, history: FailureHistory): Session {
  const noted = async <T>(request: string, answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      if (error instanceof AppError) history.note(request, error.code)
      throw error
    }
  }
  return {
    ...session,
    hello: () => noted('hello', session.hello()),
    run: (verb, ...rest) => noted(verb, session.run(verb, ...rest)),
  }
}
