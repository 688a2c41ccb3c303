import type { Finding } from '#contract/diagnosis'
import { assertNever } from '#contract/errors'
import type { AnsweredFacts } from './diagnosis-facts.ts'
import { finding } from './finding.ts'
import { rightsFinding } from './rights-finding.ts'
import { remedies } from './remedies.ts'

/** What a PowerShell that answers says of itself and of Hyper-V, from the nearest to the farthest. */
export function answeredFindings(facts: AnsweredFacts): readonly Finding[] {
  const parts = [
    powershellFinding(facts),
    languageFinding(facts),
    moduleFinding(facts),
    ...featureFindings(facts),
    ...serviceFindings(facts),
    rightsFinding(facts),
  ]
  const isExplained = parts.some(({ state }) => state === 'wrong')
  return [...parts, answerFinding(facts, isExplained), ...cimFindings(facts)]
}

function powershellFinding({ description, file, is32Bit }: AnsweredFacts): Finding {
  return is32Bit
    ? finding(
        'PowerShell',
        'wrong',
        `${description} at ${file} is the 32-bit one, and Hyper-V’s module is for 64 bits alone. Start Savepoint without --powershell, or name another.`,
      )
    : finding('PowerShell', 'good', `${description} answers, at ${file}.`)
}

function languageFinding({ languageMode, module }: AnsweredFacts): Finding {
  const subject = 'Language mode'
  if (languageMode === 'FullLanguage') return finding(subject, 'good', 'No rule restricts PowerShell here.')
  const restricted = `A rule of this computer restricts PowerShell (${languageMode})`
  return isLoaded(module)
    ? finding(subject, 'look', `${restricted}, but Hyper-V’s module is allowed.`)
    : finding(
        subject,
        'wrong',
        `${restricted}, so that Hyper-V’s module can’t be loaded. Ask who administers it to allow the module.`,
      )
}

function isLoaded(module: AnsweredFacts['module']): boolean {
  return module !== null && module !== 'missing' && module.isLoaded
}

function moduleFinding({ module, problem }: AnsweredFacts): Finding {
  const subject = 'Hyper-V module'
  if (module === null) return finding(subject, 'unknown', 'Whether Hyper-V’s module is there can’t be told.')
  if (module === 'missing') {
    return finding(subject, 'wrong', 'Hyper-V’s module for PowerShell is not installed.', {
      remedy: remedies.turnOnModule,
    })
  }
  return module.isLoaded
    ? finding(subject, 'good', `Version ${module.version} of Hyper-V’s module is loaded.`)
    : finding(subject, 'wrong', `Hyper-V’s module ${module.version} is there, but can’t be loaded.`, {
        said: problem?.detail,
      })
}

/** Where the feature can't be read the service says as much. */
function featureFindings({ feature }: AnsweredFacts): readonly Finding[] {
  const subject = 'Hyper-V feature'
  switch (feature) {
    case null:
      return []
    case 'on':
      return [finding(subject, 'good', 'The Windows feature “Hyper-V” is turned on.')]
    case 'off':
      return [
        finding(subject, 'wrong', 'The Windows feature “Hyper-V” is turned off.', {
          remedy: remedies.turnOnHyperV,
        }),
      ]
    case 'absent':
      return [
        finding(
          subject,
          'wrong',
          'This edition of Windows has no Hyper-V: it comes with Pro, Enterprise, Education and Server.',
        ),
      ]
    default:
      return assertNever(feature)
  }
}

/** A service that is missing with its feature is no second finding. */
function serviceFindings({ service, feature }: AnsweredFacts): readonly Finding[] {
  const subject = 'Hyper-V service'
  switch (service) {
    case null:
      return [finding(subject, 'unknown', 'Whether the service vmms runs can’t be told.')]
    case 'Running':
      return [finding(subject, 'good', 'The Hyper-V Virtual Machine Management service runs.')]
    case 'Stopped':
      return [
        finding(subject, 'wrong', 'The Hyper-V Virtual Machine Management service is not running.', {
          remedy: remedies.startService,
        }),
      ]
    case 'Missing':
      return feature === 'off' || feature === 'absent'
        ? []
        : [
            finding(
              subject,
              'wrong',
              'The Hyper-V Virtual Machine Management service is not there: Hyper-V is not turned on.',
              { remedy: remedies.turnOnHyperV },
            ),
          ]
    default:
      return assertNever(service)
  }
}

/** The least that can be asked. The reason of its refusal is said here only where nothing above explains it. */
function answerFinding({ problem }: AnsweredFacts, isExplained: boolean): Finding {
  const subject = 'Hyper-V cmdlets'
  if (problem === null) return finding(subject, 'good', 'Hyper-V answers to its cmdlets.')
  const sentence = isExplained ? 'Hyper-V does not answer to its cmdlets.' : problem.message
  return finding(subject, 'wrong', sentence, { said: problem.detail })
}

/** That CIM keeps silent where the cmdlets do is the same trouble, and no second finding. */
function cimFindings({ cim, problem }: AnsweredFacts): readonly Finding[] {
  return problem === null || cim === 'answers' ? [cimFinding(cim)] : []
}

function cimFinding(cim: AnsweredFacts['cim']): Finding {
  const subject = 'Hyper-V’s CIM classes'
  switch (cim) {
    case null:
      return finding(subject, 'unknown', 'Whether root/virtualization/v2 answers can’t be told.')
    case 'answers':
      return finding(subject, 'good', 'The namespace root/virtualization/v2 answers.')
    case 'empty':
      return finding(
        subject,
        'look',
        'The namespace root/virtualization/v2 shows nothing, which is what it does for an account without rights.',
      )
    case 'fails':
      return finding(
        subject,
        'look',
        'The namespace root/virtualization/v2 does not answer: how far Hyper-V is, and what kind a checkpoint is, can’t be shown.',
      )
    default:
      return assertNever(cim)
  }
}
