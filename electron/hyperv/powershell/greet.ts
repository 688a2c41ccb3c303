import { AppError } from '#contract/errors'
import { hostNameOfReply, type Hello } from './replies.ts'
import type { Session } from './session.ts'

/** Asks Hyper-V for the least it can be asked. Rejects with the reason where it does not answer. */
export async function greet(
  session: Session,
): Promise<{ readonly name: string; readonly description: string }> {
  const hello = await session.hello()
  try {
    const { value } = await session.run('connect', {})
    return { name: hostNameOfReply(value), description: descriptionOf(hello) }
  } catch (error) {
    throw error instanceof AppError && isRefusedByLanguageMode(hello, error)
      ? languageProblem(hello, error)
      : error
  }
}

/** Such as "Windows PowerShell 5.1". */
export function descriptionOf(hello: Hello): string {
  const [major, minor] = hello.version.split('.')
  return hello.edition === 'Desktop'
    ? `Windows PowerShell ${String(major)}.${String(minor)}`
    : `PowerShell ${hello.version}`
}

/** A module that the computer's rules refuse fails in several ways; in a restricted session none of them is its own fault. */
function isRefusedByLanguageMode(hello: Hello, { code }: AppError): boolean {
  return hello.languageMode !== 'FullLanguage' && (code === 'module-missing' || code === 'operation-failed')
}

function languageProblem(hello: Hello, problem: AppError): AppError {
  return new AppError(
    'language-mode',
    `A rule of this computer restricts PowerShell (${hello.languageMode}), so that Hyper-V’s module can’t be loaded. Ask who administers it to allow the module.`,
    problem.detail,
  )
}
