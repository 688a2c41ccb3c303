import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { age } from '#contract/age'
import { memory, moment, percent, shortAge, uptime } from '../../renderer/format.ts'

describe('figures are written as Hyper-V Manager writes them', () => {
  it.each([
    [0, '00:00:00'],
    [9_302_000, '02:35:02'],
    [86_399_999, '23:59:59'],
    [86_400_000, '1.00:00:00'],
    [95_702_000, '1.02:35:02'],
    [2_714_575_000, '31.10:02:55'],
  ])('an uptime of %i milliseconds is %s', (milliseconds, written) => {
    expect(uptime(milliseconds)).toBe(written)
  })

  it.each([
    [822_083_584, '784 MB'],
    [17_179_869_184, '16384 MB'],
    [0, '0 MB'],
  ])('%i bytes are %s', (bytes, written) => {
    expect(memory(bytes)).toBe(written)
  })

  it.each([
    [0, '0 %'],
    [13.6, '14 %'],
  ])('a load of %d is %s', (value, written) => {
    expect(percent(value)).toBe(written)
  })
})

it('a moment has the time of the zone that the computer is in by then', () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  const hourIn = (zone: string): string | undefined => {
    vi.stubEnv('TZ', zone)
    return /\d+(?=:00:00)/.exec(moment('1970-01-01T00:00:00Z'))?.[0]?.padStart(2, '0')
  }
  expect([hourIn('Asia/Tokyo'), hourIn('Africa/Lagos')]).toEqual(['09', '01'])
})

describe('ages', () => {
  const now = Date.parse('2026-11-21T12:00:00Z')

  it.each([
    ['2026-11-21T11:59:30Z', 'just now', 'now'],
    ['2026-11-21T11:59:00Z', '1 minute ago', '1 min'],
    ['2026-11-21T09:00:00Z', '3 hours ago', '3 h'],
    ['2026-11-18T11:00:00Z', '3 days ago', '3 d'],
    ['2026-10-11T12:00:00Z', '41 days ago', '41 d'],
    ['2024-11-20T12:00:00Z', '2 years ago', '2 y'],
    ['2026-11-21T12:00:05Z', 'just now', 'now'],
  ])('what was made at %s was made %s', (iso, long, short) => {
    expect([age(iso, now), shortAge(iso, now)]).toEqual([long, short])
  })
})
