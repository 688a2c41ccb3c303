import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
}

const Package = z.object({ devDependencies: z.record(z.string(), z.string()) })
const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
/** Which Electron is used, and when somebody last looked whether it is the newest of a version that is kept up. */
const Release = z.object({ version: z.string(), lookedAtOn: z.iso.date(), mostDays: z.number() })

const day = 24 * 60 * 60 * 1_000

function daysSince(date: string, now: number): number {
  return Math.floor((now - Date.parse(date)) / day)
}

describe('Electron', () => {
  const release = Release.parse(read('build/electron-release.json'))

  it('is pinned to exactly the version that was looked at', () => {
    const { devDependencies } = Package.parse(read('package.json'))
    const { packages } = Lock.parse(read('package-lock.json'))
    expect([devDependencies.electron, packages['node_modules/electron']?.version]).toEqual([
      release.version,
      release.version,
    ])
  })

  it('is no older than people may be exposed to: look for a newer one, and note that in build/electron-release.json', () => {
    expect(daysSince(release.lookedAtOn, Date.now())).toBeLessThanOrEqual(release.mostDays)
  })

  it('counts from the day that is written down', () => {
    expect([
      daysSince('2026-11-21', Date.UTC(2027, 0, 20)),
      daysSince('2026-11-21', Date.UTC(2027, 0, 21)),
    ]).toEqual([60, 61])
  })
})
