import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
// @ts-expect-error What a release is made with runs before anything is built, so it is plain JavaScript.
import * as module from '../../build/electron-age.mjs'

const { electronAge } = module as { readonly electronAge: (date: string, now: number) => number }

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
}

const Package = z.object({ devDependencies: z.record(z.string(), z.string()) })
const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
/** Which Electron is used, and when somebody last looked whether it is the newest of a version that is kept up. */
const Release = z.object({ version: z.string(), lookedAtOn: z.iso.date(), mostDays: z.number() })

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

  it('counts from the day that is written down', () => {
    expect([
      electronAge('2026-11-21', Date.UTC(2027, 0, 20)),
      electronAge('2026-11-21', Date.UTC(2027, 0, 21)),
    ]).toEqual([60, 61])
  })
})
