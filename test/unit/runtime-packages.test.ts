import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)

interface LockedPackage {
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}

const ours = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
}
const { packages } = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>
}
const atRunTime = Object.entries(packages).filter(
  ([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true,
)

describe('The packages that the app runs', () => {
  it('are ten at most, each in one exact version', () => {
    const versions = Object.values(ours.dependencies)
    expect(versions.length).toBeLessThanOrEqual(10)
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('are locked by what is in them, and run nothing when they are installed', () => {
    const open = atRunTime.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)
    const running = atRunTime.filter(([, { hasInstallScript }]) => hasInstallScript === true)
    expect([atRunTime.length > 8, open.map(([path]) => path), running.map(([path]) => path)]).toEqual([
      true,
      [],
      [],
    ])
    expect(Object.keys(ours.scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual(
      [],
    )
  })

  it('are installed from the lock alone where they are tested and packed', () => {
    const folder = new URL('.github/workflows/', root)
    const installs = readdirSync(folder).flatMap((file) =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bnpm (?:ci|i|install|add|update)\b/g)].map(
        String,
      ),
    )
    expect([installs.length > 0, [...new Set(installs)]]).toEqual([true, ['npm ci']])
  })
})

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}
