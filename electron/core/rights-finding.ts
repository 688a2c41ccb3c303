import type { Finding } from '#contract/diagnosis'
import { assertNever } from '#contract/errors'
import type { AnsweredFacts } from './diagnosis-facts.ts'
import { finding } from './finding.ts'
import { remedies } from './remedies.ts'

const subject = 'Rights'

/** Whether this account may use Hyper-V: what Hyper-V said decides, and the token says why. */
export function rightsFinding({ rights, isInGroup, problem }: AnsweredFacts): Finding {
  const isDenied = problem?.code === 'access-denied'
  switch (rights) {
    case 'elevated':
      return isDenied ? deniedAllTheSame : finding(subject, 'good', 'Savepoint runs as an administrator.')
    case 'hyper-v-administrator':
      return isDenied
        ? deniedAllTheSame
        : finding(subject, 'good', 'This account is a member of Hyper-V Administrators.')
    case 'none':
      return isInGroup === true ? oldToken : problem === null ? answeredAllTheSame : stranger
    case null:
      return isDenied
        ? stranger
        : finding(subject, 'unknown', 'Whether this account may use Hyper-V can’t be told from its token.')
    default:
      return assertNever(rights)
  }
}

const stranger = finding(
  subject,
  'wrong',
  'This account may not use Hyper-V: it is no member of Hyper-V Administrators, and Savepoint does not run as an administrator.',
  { remedy: remedies.joinGroup },
)

const oldToken = finding(
  subject,
  'wrong',
  'This account is a member of Hyper-V Administrators, but signed in before it was one. Sign out and in once.',
  { remedy: remedies.signOut },
)

const deniedAllTheSame = finding(
  subject,
  'wrong',
  'Hyper-V refuses this account, though it is an administrator of Hyper-V. Ask who administers this computer.',
)

const answeredAllTheSame = finding(
  subject,
  'look',
  'This account is neither an administrator nor a member of Hyper-V Administrators. Hyper-V answers, but may hide virtual machines from it.',
  { remedy: remedies.joinGroup },
)
