import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CheckpointName } from '#contract/inputs'
import { checkpointNameProblem, checkpointNotesProblem } from '#contract/names'

describe('a checkpoint’s name', () => {
  it.each([
    'Before KB5049981',
    `it's "quoted"`,
    '‘ ’ ‚ ‛ “ ” „',
    '$(Stop-Computer) `n ${env:x}',
    '[x]*?',
    '; & | @{} %',
    '--% -Name',
    'é✓日本 👩‍👩‍👧',
    'مرحبا\u200f',
    ' leading and trailing ',
    'x'.repeat(100),
  ])('may be %j, and comes through unchanged', (name) => {
    expect([checkpointNameProblem(name), CheckpointName.parse(name)]).toEqual([null, name])
  })

  it.each([
    ['', /needs a name/],
    [' \u00a0\u3000', /needs a name/],
    ['x'.repeat(101), /at most 100 characters; this one has 101/],
    ['a\nb', /one line/],
    ['a\r\nb', /one line/],
    ['a\tb', /one line/],
    ['a\u0000b', /one line/],
    ['a\u2028b', /one line/],
    ['a\ud800', /half of a character/],
    ['a\u202egpj', /reverses the direction/],
    ['a\u2066b', /reverses the direction/],
  ])('may not be %j', (name, sentence) => {
    expect(checkpointNameProblem(name)).toMatch(sentence)
  })

  it('is accepted exactly where the window would accept it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        expect(CheckpointName.safeParse(name).success).toBe(checkpointNameProblem(name) === null)
      }),
    )
  })
})

it('notes may have lines and tabs, and nothing that Hyper-V can’t keep', () => {
  const answers = ['', 'two\r\nlines\tand a tab', 'bell\u0007', 'half \udc00', 'x'.repeat(4_001)].map(
    (notes) => checkpointNotesProblem(notes) === null,
  )
  expect(answers).toEqual([true, true, false, false, false])
})
