import { assertNever } from './errors.ts'
import type { StandardReason, Verdict } from './verdict.ts'

/** No zod in here: the renderer imports this file at run time. */

/** For a menu: what it will be, and no reason. */
export function verdictWord(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'production':
      return 'Production'
    case 'standard':
      return 'Standard'
    case 'offline':
      return 'Disk only'
    case 'refused':
      return 'Refused'
    case 'open':
      return 'Not known yet'
    default:
      return assertNever(verdict)
  }
}

/** In one line, to stand beside a button: what it will be, and why where that is not what one would expect. */
export function verdictLine(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'production':
      return 'Production'
    case 'standard':
      return verdict.why === 'policy' ? 'Standard, with memory' : `Standard, because ${reasons[verdict.why]}`
    case 'offline':
      return 'Disk only, because the virtual machine is off'
    case 'refused':
      return `Refused: ${verdict.refusal.message}`
    case 'open':
      return openLines[verdict.otherwise]
    default:
      return assertNever(verdict)
  }
}

/** The same with what follows from it, in finished sentences. */
export function verdictSentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'production':
      return 'This will be a production checkpoint: the guest brings the data on its disks in order first. It holds no memory, so the virtual machine is off after it is applied.'
    case 'standard':
      return `This will be a standard checkpoint${standardClause(verdict.why)}. It holds the memory too, so what runs now goes on from here after it is applied.`
    case 'offline':
      return 'This will hold the disks alone: the virtual machine is off, so there is no memory to hold. It is off after it is applied.'
    case 'refused':
      return `No checkpoint can be taken. ${verdict.refusal.message}`
    case 'open':
      return openSentences[verdict.otherwise]
    default:
      return assertNever(verdict)
  }
}

function standardClause(why: StandardReason): string {
  return why === 'policy' ? '' : ` and not a production one, because ${reasons[why]}`
}

/** To follow "because". */
const reasons: Readonly<Record<Exclude<StandardReason, 'policy'>, string>> = {
  saved: 'the virtual machine is saved',
  paused: 'the virtual machine is paused',
  hibernated: 'the virtual machine is hibernated',
  'service-disabled': 'the guest’s backup service is turned off',
  'service-silent': 'the guest’s backup service does not answer',
  'service-absent': 'the guest has no backup service',
}

type Otherwise = Extract<Verdict, { readonly kind: 'open' }>['otherwise']

const openLines: Readonly<Record<Otherwise, string>> = {
  standard: 'Production, or standard if the guest can’t make one',
  refused: 'Production, or none if the guest can’t make one',
}

const openSentences: Readonly<Record<Otherwise, string>> = {
  standard:
    'This will be a production checkpoint if the guest’s backup service answers, and a standard one, with memory, if it does not.',
  refused:
    'This will be a production checkpoint if the guest’s backup service answers. If it does not, none is taken.',
}
