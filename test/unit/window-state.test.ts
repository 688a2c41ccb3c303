import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf, stateOf } from '../../electron/desktop/window-state.ts'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: -200, width: 2560, height: 1400 }
const usual = { at: null, width: 1280, height: 800 }

describe('The place of the window', () => {
  it.each([
    [
      'as it was',
      { x: 100, y: 50, width: 1000, height: 700 },
      { at: { x: 100, y: 50 }, width: 1000, height: 700 },
    ],
    [
      'on the other display, where that shows more of it',
      { x: 1800, y: 0, width: 1000, height: 700 },
      { at: { x: 1920, y: 0 }, width: 1000, height: 700 },
    ],
    [
      'inside of what the taskbar leaves, where it hung out of it',
      { x: -300, y: 900, width: 1000, height: 700 },
      { at: { x: 0, y: 340 }, width: 1000, height: 700 },
    ],
    [
      'no larger than the display has become',
      { x: 1920, y: 0, width: 3000, height: 2000 },
      { at: { x: 1920, y: -200 }, width: 2560, height: 1400 },
    ],
    ['in the middle again where its display is gone', { x: 9_000, y: 0, width: 1000, height: 700 }, usual],
  ])('is %s', (_, bounds, place) => {
    expect(placeOf({ ...bounds, isMaximized: false }, [main, right])).toEqual({
      ...place,
      isMaximized: false,
    })
  })

  it('is maximized again, and knows where to go when that ends', () => {
    expect(placeOf({ x: 100, y: 50, width: 1000, height: 700, isMaximized: true }, [main])).toEqual({
      at: { x: 100, y: 50 },
      width: 1000,
      height: 700,
      isMaximized: true,
    })
  })

  it.each([
    [{}],
    [null],
    ['wide'],
    [{ x: 1, y: 1, width: 0, height: 10, isMaximized: false }],
    [{ x: 0.5, y: 1, width: 10, height: 10, isMaximized: false }],
    [{ x: 1, y: 1, width: 1e9, height: 10, isMaximized: false }],
    [{ x: '1', y: 1, width: 10, height: 10, isMaximized: false }],
    [{ x: 1, y: 1, width: 10, height: 10 }],
  ])('is the usual one where %j was kept', (kept) => {
    expect(placeOf(kept, [main])).toEqual({ ...usual, isMaximized: false })
  })

  it('lies whole in one work area, whatever was kept and whatever displays there are', () => {
    const length = fc.integer({ min: 1, max: 100_000 })
    const position = fc.integer({ min: -100_000, max: 100_000 })
    const bounds = fc.record({ x: position, y: position, width: length, height: length })
    fc.assert(
      fc.property(bounds, fc.array(bounds, { maxLength: 4 }), fc.boolean(), (kept, areas, isMaximized) => {
        const { at, width, height } = placeOf({ ...kept, isMaximized }, areas)
        if (at === null) return
        expect(
          areas.some(
            (area) =>
              at.x >= area.x &&
              at.y >= area.y &&
              at.x + width <= area.x + area.width &&
              at.y + height <= area.y + area.height,
          ),
        ).toBe(true)
      }),
    )
  })

  it('is kept as the window has it when it is not maximized', () => {
    const window = {
      getNormalBounds: () => ({ x: 1, y: 2, width: 3, height: 4 }),
      isMaximized: () => true,
    }
    const kept = stateOf(window)
    expect([kept, placeOf(kept, [main]).isMaximized]).toEqual([
      { x: 1, y: 2, width: 3, height: 4, isMaximized: true },
      true,
    ])
  })
})
