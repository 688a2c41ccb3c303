import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  defaultNameTemplate,
  nameFromTemplate,
  nameTemplateProblem,
  nameTokens,
} from '#contract/name-template'
import { checkpointNameProblem } from '#contract/names'

const at = new Date(2026, 10, 21, 14, 5, 9).getTime()

describe('The name that a template gives', () => {
  it.each([
    [defaultNameTemplate, 'en-US', 'WEB01 - (11/21/2026 - 2:05:09 PM)'],
    [defaultNameTemplate, 'de-DE', 'WEB01 - (21.11.2026 - 14:05:09)'],
    ['{vm} {vm}', 'en-US', 'WEB01 WEB01'],
    ['Before the patch', 'en-US', 'Before the patch'],
  ])('of “%s” in %s is “%s”', (template, locale, name) => {
    expect(nameFromTemplate(template, { vmName: 'WEB01', at, locale })).toBe(name)
  })

  it('has the time of the zone that the computer is in by then', () => {
    onTestFinished(() => void vi.unstubAllEnvs())
    const nameIn = (zone: string): string => {
      vi.stubEnv('TZ', zone)
      return nameFromTemplate('{date} {time}', { vmName: 'WEB01', at: 0, locale: 'de-DE' })
    }
    expect([nameIn('Asia/Tokyo'), nameIn('America/New_York')]).toEqual([
      '1.1.1970 09:00:00',
      '31.12.1969 19:00:00',
    ])
  })

  it('takes a machine’s name for what it is, even one that looks like a token', () => {
    expect(nameFromTemplate('{vm}', { vmName: '{date}$&', at })).toBe('{date}$&')
  })

  it('is never longer than Hyper-V allows, and loses of the machine’s name first', () => {
    const name = nameFromTemplate(defaultNameTemplate, { vmName: 'x'.repeat(200), at, locale: 'en-US' })
    expect([name.length, name.endsWith(' - (11/21/2026 - 2:05:09 PM)')]).toEqual([100, true])
  })

  it('is one that Hyper-V takes, whatever template was accepted and whatever reason was given', () => {
    const part = fc.constantFrom(' ', '-', '(', ')', 'by ', ...nameTokens.map((token) => `{${token}}`))
    const template = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    )
    const reason = fc.oneof(fc.constant(undefined), fc.string({ unit: 'binary', maxLength: 200 }))
    fc.assert(
      fc.property(template, fc.string({ maxLength: 120 }), reason, (accepted, vm, why) => {
        fc.pre(nameTemplateProblem(accepted) === null && checkpointNameProblem(vm.slice(0, 100)) === null)
        expect(checkpointNameProblem(nameFromTemplate(accepted, { vmName: vm, at, reason: why }))).toBeNull()
      }),
    )
  })
})

describe('The reason in a name', () => {
  it.each([
    [defaultNameTemplate, 'Before updates', 'Before updates - WEB01 - (11/21/2026 - 2:05:09 PM)'],
    ['{vm}, {reason}', 'Before updates', 'WEB01, Before updates'],
    ['{vm}', ' two\n\tlines \u202e', 'two lines - WEB01'],
    ['{vm}', '{date}$&', '{date}$& - WEB01'],
    ['{vm}', ' \n ', 'WEB01'],
    ['{vm} - {reason}', '', 'WEB01'],
    ['{reason}: {vm}', '', 'WEB01'],
    ['{vm} ({reason}) of {date}', '', 'WEB01 of 11/21/2026'],
    ['{vm} {reason} x', '', 'WEB01 x'],
    ['  {vm}', '', '  WEB01'],
    ['x'.repeat(100), 'Before updates', 'x'.repeat(100)],
  ])('by “%s” for %j is “%s”', (template, reason, name) => {
    expect(nameFromTemplate(template, { vmName: 'WEB01', at, reason, locale: 'en-US' })).toBe(name)
  })

  it('gives way only when nothing of the machine’s name is left', () => {
    const short = { at, locale: 'en-US', vmName: 'v'.repeat(100) }
    expect([
      nameFromTemplate('{vm}.', { ...short, reason: 'r'.repeat(60) }),
      nameFromTemplate('{vm}.', { ...short, reason: 'r'.repeat(200) }),
    ]).toEqual([`${'r'.repeat(60)} - ${'v'.repeat(36)}.`, `${'r'.repeat(96)} - .`])
  })
})

describe('A template', () => {
  it.each([
    ['{name}', '{name} is not known here. Use {vm}, {date}, {time}, {reason} or plain text.'],
    ['{reason}', 'Without a reason this leaves no name. Add {vm}, {date}, {time} or plain text.'],
    ['({reason})', 'Without a reason this leaves no name. Add {vm}, {date}, {time} or plain text.'],
    ['', 'A checkpoint needs a name: type at least one letter.'],
    ['  ', 'A checkpoint needs a name: type at least one letter.'],
    ['a\nb', 'A checkpoint’s name is one line: it can’t hold line breaks, tabs or control characters.'],
    ['x'.repeat(101), 'A template has at most 100 characters; this one has 101.'],
  ])('such as %j is refused', (template, problem) => {
    expect(nameTemplateProblem(template)).toBe(problem)
  })

  it.each([defaultNameTemplate, 'a { b', '}{', '{vm}'])('such as %j may be used', (template) => {
    expect(nameTemplateProblem(template)).toBeNull()
  })
})
