import type { Finding } from '#contract/diagnosis'
import { assertNever, type Failure } from '#contract/errors'
import type { DiagnosisFacts, HostFacts } from './diagnosis-facts.ts'
import { finding } from './finding.ts'
import type { PastFailure } from './failure-history.ts'
import type { HostReading, HostWatching } from './ports.ts'

/** What the app itself is doing: which host it shows, how it reads, and what went wrong since its start. */
export function appFindings(facts: DiagnosisFacts): readonly Finding[] {
  return [
    shownFinding(facts),
    ...(facts.status.kind === 'hyper-v' ? [...conditionFindings(facts), ...failureFindings(facts)] : []),
  ]
}

function shownFinding({ host, status, vmCount }: DiagnosisFacts): Finding {
  const subject = 'Virtual machines'
  if (status.kind === 'demo') {
    return finding(
      subject,
      'look',
      status.demoReason === null
        ? 'The built-in demo host is shown, because it was asked for. Start Savepoint without --demo to see this computer’s own virtual machines.'
        : `The built-in demo host is shown. ${status.demoReason}`,
    )
  }
  switch (status.connection) {
    case 'connecting':
      return finding(subject, 'unknown', 'Savepoint is still connecting to Hyper-V.')
    case 'lost':
      return finding(subject, 'wrong', `The list can’t be read.${reasonNotSaidYet(host, status.problem)}`)
    case 'live':
      return vmCount === 0
        ? finding(subject, 'look', `${status.name} answers, and shows this account no virtual machine.`)
        : finding(subject, 'good', `${counted(vmCount)} of ${status.name} can be read.`)
    default:
      return assertNever(status.connection)
  }
}

/** What keeps the cmdlets from answering has been said of them. */
function reasonNotSaidYet(host: HostFacts, problem: Failure | null): string {
  if (problem === null) return ' The reason is not known.'
  const isSaid = host.kind === 'answered' && host.problem?.code === problem.code
  return isSaid ? '' : ` ${problem.message}`
}

function conditionFindings({ condition }: DiagnosisFacts): readonly Finding[] {
  if (condition === null) return []
  return [
    readingFinding(condition.reading),
    watchingFinding(condition.watching),
    lossFinding(condition.losses),
  ]
}

/** Machine by machine is what is left where a few queries for all of them don't do: right, but slow for many. */
function readingFinding(reading: HostReading | null): Finding {
  const subject = 'Reading'
  if (reading === null) return finding(subject, 'unknown', 'The list has not been read yet.')
  if (reading.strategy === 'cim')
    return finding(subject, 'good', 'The list is read by a few queries for all virtual machines.')
  if (reading.reason === null) return finding(subject, 'good', 'The list is read by Hyper-V’s cmdlets.')
  return finding(
    subject,
    'look',
    `The list is read by Hyper-V’s cmdlets, which is slow for many virtual machines. ${cmdletReasons[reading.reason]}`,
    { said: reading.detail === '' ? undefined : reading.detail },
  )
}

const cmdletReasons: Readonly<Record<NonNullable<HostReading['reason']>, string>> = {
  'query-failed': 'A query for all of them at once failed.',
  'properties-missing': 'A query for all of them at once does not tell all that the list needs here.',
  'no-rows': 'A query for all of them at once shows none.',
}

function lossFinding(losses: number): Finding {
  const subject = 'PowerShell process'
  if (losses === 0) return finding(subject, 'good', 'It has not been lost since the start.')
  const often = losses === 1 ? 'once' : `${String(losses)} times`
  return finding(
    subject,
    'look',
    `It ended unexpectedly ${often} since the start, and Savepoint started another. If that goes on, look at what else ends programs here, such as a virus scanner.`,
  )
}

function watchingFinding(watching: HostWatching): Finding {
  const subject = 'Watching'
  if (watching.by === 'events')
    return finding(subject, 'good', 'Hyper-V tells what changes; the list is read again now and then.')
  const sentence = `The list is read again every two seconds${watchingReasons[watching.reason]}`
  return watching.reason === 'starting'
    ? finding(subject, 'good', sentence)
    : finding(subject, 'look', sentence, { said: watching.detail === '' ? undefined : watching.detail })
}

const watchingReasons: Readonly<Record<Extract<HostWatching, { readonly by: 'clock' }>['reason'], string>> = {
  starting: ' until Hyper-V tells what changes.',
  refused: ', for Hyper-V does not tell what changes. Savepoint goes on asking it to.',
  lost: ', for the PowerShell that listens to Hyper-V was lost. Savepoint starts another.',
}

function failureFindings({ failures }: DiagnosisFacts): readonly Finding[] {
  return failures.length === 0
    ? [finding('Last errors', 'good', 'No request to Hyper-V has failed since the start.')]
    : [failuresFinding(failures)]
}

/** The newest first. Codes and not sentences: they hold no name of anything, and whoever helps looks them up. */
function failuresFinding(failures: readonly PastFailure[]): Finding {
  const lines = failures.map(({ request, code, at, times }) => {
    const often = times === 1 ? '' : ` (${String(times)} times in a row)`
    return `${new Date(at).toISOString()} ${request}: ${code}${often}`
  })
  return {
    ...finding('Last errors', 'look', 'These requests to Hyper-V failed since the start.'),
    details: lines.toReversed(),
  }
}

function counted(count: number): string {
  return count === 1 ? '1 virtual machine' : `${String(count)} virtual machines`
}
