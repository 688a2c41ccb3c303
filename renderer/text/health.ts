import type { HealthKind } from '#contract/health-finding'
import type { HealthSummary } from '#contract/health-summary'
import { sentence, strong, type Sentence } from '../sentence.ts'

/** The one word or two by which findings are filtered. */
const kinds: Readonly<Record<HealthKind, string>> = {
  age: 'Old',
  automatic: 'Automatic',
  backup: 'Backup',
  count: 'Many checkpoints',
  critical: 'Storage critical',
  depth: 'Long chain',
  fallback: 'Production not possible',
  kept: 'Kept before going back',
  'left-behind': 'Disk left behind',
  merging: 'Merging',
  missing: 'Missing',
  runway: 'Volume fills up',
  size: 'Large',
}

/** What of the host deserves a look, and what is done about it. */
export const healthText = {
  title: (host: string) => (host === '' ? 'Health of the host' : `Health of ${host}`),
  word: 'Health',
  badge: (affected: string) => `Health: ${affected}`,
  /** As short as it must be beside the word. */
  affected: ({ machines: count, isOfHost }: HealthSummary) => {
    if (count === 0) return isOfHost ? 'Host' : 'All well'
    return count === 1 ? '1 machine' : `${count.toLocaleString('en')} machines`
  },
  table: 'Findings',
  summary: (wrong: number, look: number, summary: HealthSummary) =>
    `${found(wrong, look)}, on ${placesOf(summary).join(' and ')}.`,
  nothing: 'All is well: nothing on this host needs a look.',
  nothingYet: 'Nothing was found so far.',
  noneOfKind: 'Nothing of this kind was found.',
  reading: (read: number, all: number) => `Reading files: ${String(read)} of ${machines(all)}`,
  read: (all: number) => `The files of ${machines(all)} were read.`,
  unread: (failed: number) => `The files of ${machines(failed)} could not be read.`,
  readingSaid: 'Reading what files take. What is found is added to the list.',
  readAgain: 'Read Again',
  show: 'Show',
  all: (count: number) => `All (${String(count)})`,
  kinds,
  ofKind: (kind: HealthKind, count: number) => `${kinds[kind]} (${String(count)})`,
  columns: {
    severity: 'Severity',
    subject: 'What it is about',
    finding: 'Finding',
    age: 'Age',
    size: 'Size',
    remedy: 'Remedy',
  },
  severities: { wrong: 'Wrong', look: 'Look' },
  select: (subject: string) => `Select ${subject}`,
  selectAll: 'Select all that can be remedied here',
  goTo: (subject: string) => `Go to ${subject}`,
  left: (size: string) => `${size} left`,
  more: (count: number) => `Show ${String(count)} More`,
  remedies: {
    delete: 'Delete…',
    'end-automatic': 'Turn Off…',
    'mark-read': 'Mark as Read…',
    settings: 'Settings…',
    help: 'Help',
    wait: 'Wait',
  },
  remedyOf: (remedy: string, subject: string) => `${remedy} ${subject}`,
  remedySelected: (count: number) => (count === 0 ? 'Remedy…' : `Remedy ${String(count)}…`),
  plan: {
    title: 'What will be done',
    sentTitle: 'What is done',
    nothing: 'Nothing of this can be done now.',
    steps: 'Steps',
    keeps: 'What every machine is now stays as it is. Only the way back to these checkpoints goes.',
    frees: (range: string) => `On the disks that frees ${range}.`,
    upTo: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    unknown: (count: number) => `How much it frees is not known of ${machines(count)}.`,
    tight: (roots: string) => `${roots} may not have the room that the merges need meanwhile.`,
    undo: (seconds: number) =>
      `Each delete waits ${seconds === 1 ? '1 second' : `${String(seconds)} seconds`} before it is sent, and can be undone until then.`,
    go: 'Carry Out',
    back: 'Back',
    backToFindings: 'Back to Findings',
  },
  states: {
    planned: '',
    'left-out': 'Left out',
    waiting: 'Not sent yet',
    queued: 'Waiting',
    running: 'Under way',
    merging: 'Deleted, merging',
    done: 'Done',
    undone: 'Undone',
    failed: 'Failed',
    unknown: 'Not known',
  },
  undo: 'Undo',
  undoOf: (checkpoint: string) => `Undo ${checkpoint}`,
  results: (done: number, others: number) =>
    others === 0 ? `Done: ${String(done)}.` : `Done: ${String(done)}. Not done: ${String(others)}.`,
  underWay: 'Under way.',
  steps: {
    delete: (vm: string, checkpoint: string): Sentence => sentence`${strong(vm)}: delete “${checkpoint}”`,
    'end-automatic': (vm: string): Sentence => sentence`${strong(vm)}: turn automatic checkpoints off`,
    'mark-read': (vm: string, checkpoint: string): Sentence =>
      sentence`${strong(vm)}: mark as read what happened to “${checkpoint}”`,
  },
  thresholds: {
    title: 'Health: speak up when',
    age: { label: 'A checkpoint is older than', unit: 'days' },
    count: { label: 'A machine has more checkpoints than', unit: 'of 50' },
    depth: { label: 'A disk consists of more files than', unit: 'files' },
    size: { label: 'The checkpoints of a machine take more than', unit: 'GB' },
    runway: { label: 'A volume lasts for less than', unit: 'days' },
    problem: (least: number, most: number) =>
      `Type a whole number from ${String(least)} to ${most.toLocaleString('en')}.`,
  },
} as const

function found(wrong: number, look: number): string {
  if (wrong === 0) return `${things(look)} worth a look`
  const first = `${things(wrong)} wrong`
  return look === 0 ? first : `${first}, ${things(look).toLowerCase()} worth a look`
}

function placesOf({ machines: count, isOfHost }: HealthSummary): readonly string[] {
  return [...(count === 0 ? [] : [machines(count)]), ...(isOfHost ? ['the host'] : [])]
}

function things(count: number): string {
  return count === 1 ? 'One thing is' : `${String(count)} things are`
}

function machines(count: number): string {
  return count === 1 ? '1 virtual machine' : `${String(count)} virtual machines`
}
