import type { Finding } from '#contract/diagnosis'
import type { OwnFacts, OwnFile } from './diagnosis-facts.ts'
import { finding } from './finding.ts'

/** Which app this is, and whether it can keep what outlives it. */
export function ownFindings({ about, logFolder, files, desktop }: OwnFacts): readonly Finding[] {
  return [
    appFinding(about),
    logFinding(logFolder),
    ...(files === null ? [] : filesFindings(files)),
    ...(desktop === null ? [] : [keyFinding(desktop.hotkeyProblem)]),
  ]
}

function appFinding({ version, system, electron, chromium, node }: OwnFacts['about']): Finding {
  const runtime = electron === null ? [] : [`Electron ${electron}`, `Chromium ${String(chromium)}`]
  return finding('Savepoint', 'good', `This is Savepoint ${version}, on ${system}.`, {
    said: [...runtime, `Node.js ${node}`].join(', '),
  })
}

function logFinding(folder: string | null): Finding {
  return folder === null
    ? finding('Log', 'look', 'No log is written: its folder can’t be made, or nothing can be written there.')
    : finding('Log', 'good', `The log is written to ${folder}.`)
}

/** One where all is well, and one for each that is not. */
function filesFindings(files: NonNullable<OwnFacts['files']>): readonly Finding[] {
  const wrong = (Object.keys(fileSubjects) as OwnFile[]).flatMap((file) => {
    const problem = files[file]
    return problem === null ? [] : [finding(fileSubjects[file], 'look', problem)]
  })
  return wrong.length > 0
    ? wrong
    : [finding('Own files', 'good', 'Settings, records of checkpoints and the journal are kept.')]
}

const fileSubjects: Readonly<Record<OwnFile, string>> = {
  settings: 'Settings',
  records: 'Records of checkpoints',
  journal: 'Journal',
}

function keyFinding(problem: string | null): Finding {
  const subject = 'Key for a checkpoint'
  return problem === null
    ? finding(subject, 'good', 'Nothing keeps the key of the settings from working.')
    : finding(subject, 'look', problem)
}
