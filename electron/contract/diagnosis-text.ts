import type { Diagnosis, Finding } from './diagnosis.ts'

/** No zod in here: the renderer imports this file at run time. */

export const findingWords: Readonly<Record<Finding['state'], string>> = {
  wrong: 'Wrong',
  look: 'Worth a look',
  unknown: 'Unknown',
  good: 'Good',
}

export const diagnosisTitle = 'Why can’t I see my virtual machines?'

/** In one sentence: what the findings come to. */
export function diagnosisSummary({ findings }: Diagnosis): string {
  const wrong = findings.filter(({ state }) => state === 'wrong').length
  switch (wrong) {
    case 0:
      return 'Nothing is wrong between Savepoint and Hyper-V.'
    case 1:
      return 'One thing is wrong.'
    default:
      return `${String(wrong)} things are wrong. The first may be the cause of the others.`
  }
}

/** The same as plain text, for a terminal or a mail. */
export function diagnosisText(diagnosis: Diagnosis): string {
  const head = [diagnosisTitle, diagnosisSummary(diagnosis), `Looked at ${diagnosis.madeAt}`]
  return [...head, ...diagnosis.findings.map((finding) => `\n${findingText(finding)}`), ''].join('\n')
}

function findingText({ subject, state, sentence, remedy, details }: Finding): string {
  return [
    `[${findingWords[state]}] ${subject}`,
    `  ${sentence}`,
    ...(remedy === null ? [] : [`  ${remedy.instruction}`, `    ${remedy.command}`]),
    ...details.flatMap((detail) => detail.split('\n')).map((line) => `  - ${line.trim()}`),
  ].join('\n')
}
