import { largestUnit } from '#contract/age'

/** How figures and moments are written. Hyper-V Manager's ways where it has them. */

/** "02:35:02", and from a day on "1.02:35:02". */
export function uptime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  const days = Math.floor(seconds / 86_400)
  const clock = [Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  return days === 0 ? clock : `${String(days)}.${clock}`
}

/** "784 MB", as Hyper-V Manager has it for any size. */
export function memory(bytes: number): string {
  return `${String(Math.round(bytes / 1_048_576))} MB`
}

/** "9.8 GB", "512 MB", "4 KB": what files take. */
export function fileSize(bytes: number): string {
  const [unit, length] = fileUnits.find(([, least]) => bytes >= least) ?? ['KB', 1_024]
  const value = bytes / length
  // One place after the point is as much as anybody compares, and none where the figure is large without it.
  return `${value < 100 && unit !== 'KB' ? value.toFixed(1).replace('.0', '') : String(Math.ceil(value))} ${unit}`
}

/** "0 %". */
export function percent(value: number): string {
  return `${String(Math.round(value))} %`
}

/**
 * "11/19/2026 9:14:03 AM", in the order and language of the window's user. In the hour that an autumn night has twice it
 * says which of the two: "10/25/2026 2:30:00 AM GMT+1".
 */
export function moment(iso: string): string {
  const at = new Date(iso)
  // A format stays in the zone in which it was made; the computer may have been taken to another since.
  if (formats.zone !== zone()) formats = makeFormats()
  return (isInHourThatIsThereTwice(at) ? formats.withOffset : formats.plain).format(at).replace(',', '')
}

/** Whether clocks here show the same time at another moment as well, since they were put back between the two. */
function isInHourThatIsThereTwice(at: Date): boolean {
  return [-day, day].some((away) => {
    const offset = new Date(at.getTime() + away).getTimezoneOffset()
    const same = new Date(at.getTime() + (offset - at.getTimezoneOffset()) * minute)
    return same.getTime() !== at.getTime() && same.getTimezoneOffset() === offset
  })
}

/** "3 h", for a narrow column. */
export function shortAge(iso: string, now: number): string {
  return shortDuration(now - Date.parse(iso))
}

/** The same of milliseconds. */
export function shortDuration(milliseconds: number): string {
  const { value, unit } = largestUnit(milliseconds)
  return unit === null ? 'now' : `${String(value)} ${shortUnits[unit]}`
}

const fileUnits: readonly (readonly [string, number])[] = [
  ['TB', 1_099_511_627_776],
  ['GB', 1_073_741_824],
  ['MB', 1_048_576],
]

const shortUnits = { year: 'y', day: 'd', hour: 'h', minute: 'min' } as const
const minute = 60_000
const day = 1_440 * minute

const asMoments = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
} as const
let formats = makeFormats()

function makeFormats(): {
  readonly zone: number
  readonly plain: Intl.DateTimeFormat
  readonly withOffset: Intl.DateTimeFormat
} {
  return {
    zone: zone(),
    plain: new Intl.DateTimeFormat(undefined, asMoments),
    withOffset: new Intl.DateTimeFormat(undefined, { ...asMoments, timeZoneName: 'shortOffset' }),
  }
}

/** By its distance from UTC today, in minutes: its name takes as long to find out as a format takes to make. */
function zone(): number {
  return new Date().getTimezoneOffset()
}
