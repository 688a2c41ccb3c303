import { describe, expect, it } from 'vitest'
import { stackRows, type StackPane, type StackRows } from '../../renderer/stack-rows.ts'

function share(
  room: number,
  folded: readonly StackPane[] = [],
  sizes: { readonly vms?: number; readonly details?: number } = {},
): StackRows {
  const isFolded = (pane: StackPane): boolean => folded.includes(pane)
  return stackRows({ room, vms: sizes.vms ?? null, details: sizes.details ?? null, isFolded })
}

describe('the three panes in the middle', () => {
  it.each([
    ['as at first', 728, [], {}, [255, 264, 197]],
    ['as was chosen', 728, [], { vms: 200, details: 300 }, [200, 216, 300]],
    ['on a low screen, as low as can be read', 200, [], {}, [116, 116, 112]],
    ['where more was chosen than there is room for', 500, [], { vms: 900, details: 900 }, [116, 116, 256]],
    ['with the machines folded', 728, ['vms'], {}, [32, 487, 197]],
    ['with the checkpoints folded', 728, ['checkpoints'], {}, [255, 32, 429]],
    ['with the details folded', 728, ['details'], {}, [255, 429, 32]],
    ['with only the machines open', 728, ['checkpoints', 'details'], {}, [652, 32, 32]],
    ['with only the details open', 728, ['vms', 'checkpoints'], {}, [32, 32, 652]],
    ['all folded', 728, ['vms', 'checkpoints', 'details'], {}, [32, 32, 32]],
  ] as const)('share the height: %s', (_how, room, folded, sizes, expected) => {
    const { heights } = share(room, folded, sizes)
    expect([heights.vms, heights.checkpoints, heights.details]).toEqual(expected)
  })

  it('have lines that move only what can be moved', () => {
    const movable = (...folded: readonly StackPane[]): readonly boolean[] => {
      const { isMovable } = share(728, folded)
      return [isMovable.vms, isMovable.details]
    }
    expect([
      movable(),
      movable('vms'),
      movable('checkpoints'),
      movable('details'),
      movable('checkpoints', 'details'),
    ]).toEqual([
      [true, true],
      [false, true],
      [true, false],
      [true, false],
      [false, false],
    ])
  })

  it('let a line go as far as the others stay readable', () => {
    expect(share(728).most).toEqual({ vms: 728 - 12 - 116 - 197, details: 728 - 12 - 116 - 255 })
  })
})
