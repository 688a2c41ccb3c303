import { expect, it } from 'vitest'
import { trayName } from '#contract/tray-name'

it.each([
  ['WEB01', 'WEB01'],
  ['R&D', 'R&D'],
  [' two\tlines\r\nof  it ', 'two lines of it'],
  ['gpj.exe\u202e harmless\u2069\u200f', 'gpj.exe harmless'],
  ['שרת 1', 'שרת 1'],
  ['x'.repeat(40), 'x'.repeat(40)],
  ['Customer portal, acceptance environment 01', 'Customer portal, acc…ance environment 01'],
  [`${'👩‍👩‍👧'.repeat(30)}${'é'.repeat(30)}`, `${'👩‍👩‍👧'.repeat(20)}…${'é'.repeat(19)}`],
  ['half \ud83d of one', 'half � of one'],
])('%j stands in a menu as %j', (name, shown) => {
  expect(trayName(name)).toBe(shown)
})
