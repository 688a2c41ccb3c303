import type { Finding } from '#contract/diagnosis'
import { assertNever } from '#contract/errors'
import type { DiagnosisFacts, HostFacts } from './diagnosis-facts.ts'
import { appFindings } from './findings-of-app.ts'
import { answeredFindings } from './findings-of-host.ts'
import { finding } from './finding.ts'
import { ownFindings } from './findings-of-own.ts'
import { remedies } from './remedies.ts'

/** What the facts come to, what is wrong first. Pure: the same facts give the same findings. */
export function findingsOf(facts: DiagnosisFacts): readonly Finding[] {
  const all = [...hostFindings(facts.host), ...appFindings(facts), ...ownFindings(facts.own)]
  return order.flatMap((state) => all.filter((each) => each.state === state))
}

const order: readonly Finding['state'][] = ['wrong', 'look', 'unknown', 'good']

function hostFindings(host: HostFacts): readonly Finding[] {
  switch (host.kind) {
    case 'other-system':
      return [
        finding(
          'Windows',
          'wrong',
          'Hyper-V is part of Windows, and this is another system. Run Savepoint on the computer that has the virtual machines.',
        ),
      ]
    case 'no-powershell':
      return [finding('PowerShell', 'wrong', host.failure.message, { remedy: remedies.installPowerShell })]
    case 'no-answer':
      return [
        finding('PowerShell', 'wrong', `${host.file} does not answer. ${host.failure.message}`, {
          said: host.failure.detail,
        }),
      ]
    case 'answered':
      return answeredFindings(host)
    default:
      return assertNever(host)
  }
}
