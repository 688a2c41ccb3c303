/** The three panes that share the height in the middle of the window. */
export type StackPane = 'vms' | 'checkpoints' | 'details'

export interface StackWish {
  readonly room: number
  /** What was chosen for the outer two; null where nothing was. */
  readonly vms: number | null
  readonly details: number | null
  readonly isFolded: (pane: StackPane) => boolean
}

export interface StackRows {
  readonly heights: Readonly<Record<StackPane, number>>
  readonly most: Readonly<Record<'vms' | 'details', number>>
  /** Whether the line beside the pane moves anything. */
  readonly isMovable: Readonly<Record<'vms' | 'details', boolean>>
}

export const leastHeights: Readonly<Record<StackPane, number>> = { vms: 116, checkpoints: 116, details: 112 }
/** The lines between the panes. */
const gaps = 12
/** A header with its border. */
const foldedHeight = 32

/** Who gets which height. One pane takes what the others leave: the checkpoints, or who is open in their place. */
export function stackRows({ room, vms, details, isFolded }: StackWish): StackRows {
  const least = (pane: StackPane): number => (isFolded(pane) ? foldedHeight : leastHeights[pane])
  const height = Math.max(room, least('vms') + least('checkpoints') + least('details') + gaps) - gaps
  const taker = (['checkpoints', 'details', 'vms'] as const).find((pane) => !isFolded(pane))
  const wished = (pane: 'vms' | 'details', size: number, most: number): number =>
    isFolded(pane) ? foldedHeight : Math.min(Math.max(size, least(pane)), Math.max(most, least(pane)))

  const heightOfDetails =
    taker === 'details'
      ? least('details')
      : wished('details', details ?? Math.round(room * 0.27), height - least('vms') - least('checkpoints'))
  const mostVms = height - least('checkpoints') - heightOfDetails
  const heights = {
    vms: wished('vms', taker === 'vms' ? mostVms : (vms ?? Math.round(room * 0.35)), mostVms),
    checkpoints: least('checkpoints'),
    details: heightOfDetails,
  }
  const left = height - heights.vms - heights.checkpoints - heights.details
  return {
    heights: taker === undefined ? heights : { ...heights, [taker]: heights[taker] + left },
    most: { vms: mostVms, details: height - heights.vms - least('checkpoints') },
    isMovable: {
      vms: !isFolded('vms') && taker !== 'vms',
      details: !isFolded('details') && taker === 'checkpoints',
    },
  }
}
