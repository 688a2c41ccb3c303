const files = (count: number): string => (count === 1 ? '1 file' : `${String(count)} files`)

function lasts(days: number): string {
  if (days < 1) return 'less than a day'
  if (days < 60) return about(days, 'day')
  return days < 2 * year ? about(days / (year / 12), 'month') : years(days / year)
}

const year = 365.25

/** Nobody plans for longer, and no rate holds that long. */
function years(count: number): string {
  return count > 10 ? 'more than ten years' : about(count, 'year')
}

/** Rounded down: nobody is sorry where it lasts a little longer. */
function about(count: number, unit: string): string {
  const whole = Math.floor(count)
  return `about ${String(whole)} ${unit}${whole === 1 ? '' : 's'}`
}

/** What becomes of the files of what is deleted, before the answer. */
const forecast = {
  title: 'What it does to the files',
  atOnce: 'Gone at once',
  merged: 'Merged',
  kept: 'Kept for now',
  room: 'Room for it',
  frees: 'Frees in all',
  reading: 'Reading…',
  nothing: 'Nothing',
  sizeUnknown: 'how much is not known',
  sized: (count: number, size: string) => `${files(count)}, ${size}`,
  merges: (count: number, size: string) => `${files(count)}, ${size} to move`,
  stays: (count: number, size: string) =>
    `${files(count)}, ${size}, until less builds on ${count === 1 ? 'it' : 'them'}`,
  range: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  noRoomNeeded: 'None is needed',
  roomUnknown: (root: string) => `Whether ${root} has it is not known`,
  hasRoom: (root: string, needs: string, free: string) =>
    `${root} needs up to ${needs} meanwhile, ${free} are free`,
  lacksRoom: (root: string, needs: string, free: string) =>
    `${root} may need up to ${needs} meanwhile, and only ${free} are free`,
  unread: (reason: string) => `How much that is could not be read. ${reason}`,
}

/** What checkpoints take on the disk, and what is left there. */
export const costText = {
  column: 'Takes',
  atLeast: (size: string) => `at least ${size}`,
  ofCheckpoint: (size: string, state: string, disks: string) => `${size}, ${state}, disks ${disks}`,
  memory: (size: string) => `memory ${size}`,
  configuration: (size: string) => `configuration ${size}`,
  notKnown: 'not known',
  unknown: 'What it takes is not known',
  /** Of "Now". */
  since: (size: string) => `${size} written since`,
  facts: 'Space',
  total: 'Checkpoints take',
  depth: 'Longest chain',
  depthIs: (count: number) =>
    count < 2 ? 'No disk has a chain' : `${String(count)} files are read to see one disk`,
  notMerged: 'Waits to be merged',
  waits: (count: number, size: string) =>
    `${files(count)}, ${size}, not free until Hyper-V has merged ${count === 1 ? 'it' : 'them'}`,
  volume: (root: string) => `Free on ${root}`,
  volumes: 'Free',
  free: (free: string, size: string) => `${free} of ${size}`,
  /** "212 GB of 1.8 TB, lasts about 41 days at the rate of 3 of 17 machines". */
  runway: (free: string, time: string, rate: string) => `${free}, lasts ${time} ${rate}`,
  /** Of how many of those that have checkpoints it is known. */
  rateOf: (known: number, all: number) =>
    known === all ? 'at this rate' : `at the rate of ${String(known)} of ${String(all)} machines`,
  lasts,
  forecast,
} as const
