import { mostCheckpoints } from './eligibility.ts'
import type { HealthSummary } from './health-summary.ts'

/** No zod in here: the window runs this file. */

/** What deserves a look, in one sentence or two. Names stand beside it. */
export const healthText = {
  age: (days: number) => `It is older than the ${count(days, 'day')} that you set.`,
  automatic:
    'Hyper-V took it when the machine was started. Its disk grows until the machine is shut down or this is deleted.',
  willBeAutomatic: (days: number) =>
    `It has run for more than the ${count(days, 'day')} that you set, and automatic checkpoints are on. When it is started next Hyper-V takes one, and its disk grows for as long as the machine runs then.`,
  backup:
    'A backup program made it, and no backup is running. It goes with the next backup; where it does not, see what that program says.',
  missing: 'Its files are missing. Bring them back to their folder; until then nothing can be done with it.',
  kept: {
    'before-apply':
      'It keeps the state that was replaced when a checkpoint was applied. Delete it when nothing of that is needed.',
    'before-revert': 'It keeps the state that was reverted from. Delete it when nothing of that is needed.',
  },
  count: (has: number, most: number) =>
    `It has ${count(has, 'checkpoint')}, more than the ${String(most)} that you set. Hyper-V keeps at most ${String(mostCheckpoints)}.`,
  full: `It has ${String(mostCheckpoints)} checkpoints, which is all that Hyper-V keeps: no more can be taken.`,
  critical:
    'Its storage can’t be reached or is full. Bring it back, or make room there: until then it can’t go on, and none of its checkpoints can be deleted.',
  depth: (files: number, most: number) =>
    `One of its disks consists of ${count(files, 'file')}, more than the ${String(most)} that you set.`,
  size: (gigabytes: number, most: number) =>
    `Its checkpoints take ${String(Math.round(gigabytes))} GB, more than the ${String(most)} GB that you set.`,
  merging: (percent: number | null) =>
    percent === null
      ? 'Its disks are being merged. That goes on by itself.'
      : `Its disks are being merged, ${String(Math.round(percent))} % so far. That goes on by itself.`,
  mergesWaiting: (files: number) =>
    files === 1
      ? `A file of its disks waits to be merged. ${mergedByItself}`
      : `${String(files)} files of its disks wait to be merged. ${mergedByItself}`,
  runway: (days: number) =>
    days === 0
      ? 'At the present rate it is full within a day, and a full volume stops its machines. Make room on it.'
      : `At the present rate it is full in ${count(days, 'day')}, and a full volume stops its machines. Make room on it.`,
  volumeFull: 'It is full, and machines that write to it stop. Make room on it.',
  leftBehind:
    'No virtual machine and no checkpoint of this host uses it. Savepoint never touches it: find out whose it is before you move it away.',
  /** All of it in one line, to stand after the word Health. */
  affected: (summary: HealthSummary) => {
    const { machines, isOfHost, worst } = summary
    const who = [
      ...(machines === 0 ? [] : [count(machines, 'virtual machine')]),
      ...(isOfHost ? ['the host'] : []),
    ]
    if (who.length === 0) return 'nothing needs a look'
    const needs = machines > 1 || who.length > 1 ? 'need' : 'needs'
    const look = `${who.join(' and ')} ${needs} a look`
    return worst === 'wrong' ? `${look}, something is wrong with ${whomWith(summary)}` : look
  },
} as const

const mergedByItself =
  'What waits takes room until then. Hyper-V does that by itself; where it does not, its log on the host says why.'

function whomWith({ machines, wrong, isOfHost }: HealthSummary): string {
  if (wrong === 0) return 'the host'
  return machines === 1 && !isOfHost ? 'it' : `${String(wrong)} of them`
}

function count(number: number, word: string): string {
  return number === 1 ? `1 ${word}` : `${String(number)} ${word}s`
}
