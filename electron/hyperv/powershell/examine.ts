import { failureOf, type Failure } from '#contract/errors'
import type { HostFacts } from '../../core/diagnosis-facts.ts'
import { connectionOptions, type PowerShellOptions } from './connection-options.ts'
import type { ConnectionOptions } from './connection.ts'
import { descriptionOf, greet } from './greet.ts'
import { factsOfReply } from './replies-of-diagnose.ts'
import { createSession, type Session } from './session.ts'

/**
 * Looks at Hyper-V through a PowerShell of its own, which is ended after that: a host that is lost, hangs or was never
 * chosen is looked at all the same. Never rejects.
 */
export async function examinePowerShellHost(options: PowerShellOptions): Promise<HostFacts> {
  try {
    return await examineWith(await connectionOptions(options))
  } catch (error) {
    return { kind: 'no-powershell', failure: failureOf(error) }
  }
}

async function examineWith(options: ConnectionOptions): Promise<HostFacts> {
  const session = createSession(options)
  try {
    return await answeredFacts(session, options.file)
  } catch (error) {
    return { kind: 'no-answer', file: options.file, failure: failureOf(error) }
  } finally {
    await session.close()
  }
}

async function answeredFacts(session: Session, file: string): Promise<HostFacts> {
  const hello = await session.hello()
  const { value } = await session.run('diagnose', {})
  return {
    kind: 'answered',
    file,
    description: descriptionOf(hello),
    languageMode: hello.languageMode,
    rights: hello.rights === 'unknown' ? null : hello.rights,
    ...factsOfReply(value),
    problem: await problemOf(session),
  }
}

async function problemOf(session: Session): Promise<Failure | null> {
  try {
    await greet(session)
    return null
  } catch (error) {
    return failureOf(error)
  }
}
