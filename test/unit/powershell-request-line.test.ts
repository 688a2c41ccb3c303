import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestLine } from '../../electron/hyperv/powershell/request-line.ts'

/** Any text there is, with more of what ends, begins or expands something in PowerShell, JSON or a terminal. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'\'"‘’‚‛“”„`$(){}[];|&<>#@%*?\\/\0\n\r\t\x7f\u2028\u202e\ud83d\ude00ß日é '.split(''),
    ),
  }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
)

describe('a request line', () => {
  it('is one line of printable ASCII with two quoted texts, whatever is asked for', () => {
    fc.assert(
      fc.property(nasty, nasty, (name, notes) => {
        const line = requestLine('create-checkpoint', 17, { name, notes })
        expect(line).toMatch(/^Invoke-Verb 'create-checkpoint' 17 '[\x20-\x26\x28-\x7e]*'$/)
      }),
    )
  })

  it('holds every text unchanged, behind the sign that keeps PowerShell from reading a date', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const json = /'(\{.*\})'$/.exec(requestLine('rename', 1, { name }))![1]!
        expect(JSON.parse(json)).toEqual({ name: `=${name}` })
      }),
    )
  })

  it('leaves out what is not given, and keeps what is no text as it is', () => {
    expect(requestLine('change-policy', 2, { type: undefined, automatic: false, location: 'D:\\x' })).toBe(
      `Invoke-Verb 'change-policy' 2 '{"automatic":false,"location":"=D:\\\\x"}'`,
    )
  })
})
