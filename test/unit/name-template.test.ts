import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultNameTemplate, nameFromTemplate, nameTemplateProblem } from '#contract/name-template'
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

  it('takes a machine’s name for what it is, even one that looks like a token', () => {
    expect(nameFromTemplate('{vm}', { vmName: '{date}$&', at })).toBe('{date}$&')
  })

  it('is never longer than Hyper-V allows, and loses of the machine’s name first', () => {
    const name = nameFromTemplate(defaultNameTemplate, { vmName: 'x'.repeat(200), at, locale: 'en-US' })
    expect([name.length, name.endsWith(' - (11/21/2026 - 2:05:09 PM)')]).toEqual([100, true])
  })

  it('is one that Hyper-V takes, whatever template was accepted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        fc.string({ maxLength: 120 }),
        (template, vm) => {
          fc.pre(nameTemplateProblem(template) === null && checkpointNameProblem(vm.slice(0, 100)) === null)
          expect(nameFromTemplate(template, { vmName: vm, at }).length).toBeLessThanOrEqual(100)
          expect(nameFromTemplate(template, { vmName: vm, at }).isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

describe('A template', () => {
  it.each([
    ['{name}', '{name} is not known here. Use {vm}, {date}, {time} or plain text.'],
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
