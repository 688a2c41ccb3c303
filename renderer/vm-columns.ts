import type { AppSettings } from '#contract/app-settings'

export type VmColumn = AppSettings['columns']['sortedBy']

/** Hyper-V Manager's, and ours after them. */
export const vmColumns: readonly VmColumn[] = [
  'name',
  'state',
  'cpu-usage',
  'assigned-memory',
  'uptime',
  'status',
  'version',
  'checkpoints',
  'newest',
]

/** A row that does not say whose it is would be of no use. */
export const alwaysShown: VmColumn = 'name'

export interface ColumnLayout {
  readonly shown: readonly VmColumn[]
  /** For `grid-template-columns`. */
  readonly template: string
  /** The width at which the next wider would push another column out. */
  readonly mostOf: (column: VmColumn) => number
}

/** Which of the chosen columns there is room for. They give way one by one; name, state and status never do. */
export function columnLayout(
  chosen: readonly VmColumn[],
  widthOf: (column: VmColumn) => number | null,
  room: number,
): ColumnLayout {
  const needed = (columns: readonly VmColumn[]): number =>
    columns.reduce((sum, column) => sum + gap + (widthOf(column) ?? widths[column].least), edges - gap)
  let shown = chosen
  for (const column of givingWay) if (needed(shown) > room) shown = shown.filter((each) => each !== column)
  const spare = Math.max(0, room - needed(shown))
  return {
    shown,
    template: shown.map((column) => track(column, widthOf(column), needed(shown) > room)).join(' '),
    mostOf: (column) => (widthOf(column) ?? widths[column].least) + spare,
  }
}

export const leastWidth = 40

/** The first to go stands first. */
const givingWay: readonly VmColumn[] = [
  'newest',
  'checkpoints',
  'version',
  'uptime',
  'assigned-memory',
  'cpu-usage',
]
const gap = 10
/** The space at both ends of a row. */
const edges = 20

/** Pixels; those with a share take what is left over, unless someone gave them a width. */
const widths: Readonly<Record<VmColumn, { readonly least: number; readonly share?: number }>> = {
  name: { least: 120, share: 1.15 },
  state: { least: 60 },
  'cpu-usage': { least: 70 },
  'assigned-memory': { least: 112 },
  uptime: { least: 80 },
  status: { least: 120, share: 1 },
  version: { least: 50 },
  checkpoints: { least: 78 },
  newest: { least: 48 },
}

function track(column: VmColumn, width: number | null, isTight: boolean): string {
  const { least, share } = widths[column]
  if (width !== null)
    return isTight ? `minmax(${String(leastWidth)}px, ${String(width)}px)` : `${String(width)}px`
  if (share === undefined) return `${String(least)}px`
  return `minmax(${isTight ? '60' : String(least)}px, ${String(share)}fr)`
}
