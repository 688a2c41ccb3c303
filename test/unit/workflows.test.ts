import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly 'runs-on': string
  readonly 'timeout-minutes'?: number
  readonly permissions?: unknown
  readonly strategy?: { readonly matrix: { readonly powershell: readonly { readonly file: string }[] } }
  readonly env?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, '.github', 'workflows')
// What reads YAML here is the updater's own reader, found from where the updater lies.
const require = createRequire(import.meta.url)
const { load } = createRequire(require.resolve('electron-updater'))('js-yaml') as {
  readonly load: (text: string) => unknown
}
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}
const workflows = readdirSync(folder).map((file) => ({
  file,
  text: readFileSync(join(folder, file), 'utf8'),
  workflow: load(readFileSync(join(folder, file), 'utf8')) as Workflow,
}))
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ place: `${file}: ${name}`, job })),
)
const steps = jobs.flatMap(({ place, job }) => job.steps.map((step) => ({ place, step })))

function named(file: string): Workflow {
  return workflows.find((each) => each.file === file)!.workflow
}

function runsOf({ steps: own }: Job): readonly string[] {
  return own.flatMap(({ run }) => run ?? [])
}

describe('The jobs', () => {
  it('are for Linux, for Windows and for a release', () => {
    expect(workflows.map(({ file }) => file).sort()).toEqual(['linux.yml', 'release.yml', 'windows.yml'])
  })

  it('run only commands that there are', () => {
    const commands = steps.flatMap(({ step }) => step.run?.split('\n') ?? [])
    const asked = commands.flatMap((line) => /^npm run ([\w:-]+)/.exec(line)?.[1] ?? [])
    const files = commands.flatMap((line) => /^(?:bash|node) (?!-)(\S+)/.exec(line)?.[1] ?? [])
    const tests = commands.flatMap((line) => line.match(/\btest\/\S+\.test\.ts/g) ?? [])
    expect(tests.filter((file) => !existsSync(join(root, file)))).toEqual([])
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((name) => !(name in scripts))).toEqual([])
    expect(files.length).toBeGreaterThan(1)
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  it('are made of GitHub’s own actions, each at a major version', () => {
    const used = steps.flatMap(({ step }) => step.uses ?? [])
    expect(used.length).toBeGreaterThan(5)
    expect(used.filter((each) => !/^actions\/[a-z-]+@v\d+$/.test(each))).toEqual([])
  })

  it('end after a while, and may read and nothing else, but for the release, which writes one', () => {
    expect(jobs.filter(({ job }) => !((job['timeout-minutes'] ?? 0) > 0))).toEqual([])
    expect(workflows.map(({ workflow }) => workflow.permissions)).toEqual(
      workflows.map(() => ({ contents: 'read' })),
    )
    expect(jobs.filter(({ job }) => job.permissions !== undefined).map(({ place }) => place)).toEqual([
      'release.yml: draft',
    ])
  })

  it('join nothing that a stranger may have named into a command', () => {
    expect(steps.filter(({ step }) => step.run?.includes('${{') === true)).toEqual([])
  })

  it('know the certificate only where a release is packed', () => {
    const knowing = steps.filter(({ step }) => JSON.stringify(step).includes('secrets.'))
    expect(knowing.map(({ place, step }) => [place, step.run])).toEqual([
      ['release.yml: draft', 'npm run package -- --x64 --arm64'],
    ])
    expect(named('release.yml').on).toEqual({ push: { tags: ['v*'] } })
  })

  it('do on Linux what every change has to pass', () => {
    expect(runsOf(named('linux.yml').jobs.test!)).toEqual(['bash .ci/run'])
  })

  it('test on Windows in both PowerShells with Electron’s program in its place, and pack', () => {
    const { test, package: packing } = named('windows.yml').jobs
    expect(test!.strategy?.matrix.powershell.map(({ file }) => file)).toEqual([
      'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      'C:\\Program Files\\PowerShell\\7\\pwsh.exe',
    ])
    expect(test!.env).toEqual({ SAVEPOINT_PWSH: '${{ matrix.powershell.file }}' })
    expect(runsOf(test!)).toEqual([
      'npm ci',
      'node node_modules/electron/install.js',
      'npm run check',
      'npm test',
    ])
    expect(runsOf(packing!)).toEqual([
      'npm ci',
      'npm run package',
      'npm test -- test/e2e/packed-app.test.ts test/e2e/unpacked-app.test.ts',
    ])
  })
})

describe('The documents', () => {
  it.each(['README.md', 'docs/windows-check.md', 'docs/security.md', 'docs/architecture.md'])(
    '%s names only commands and tests that there are',
    (document) => {
      const text = readFileSync(join(root, document), 'utf8')
      const asked = [...text.matchAll(/`?npm run ([\w:-]+)/g)].map(([, name]) => name!)
      const files = [...text.matchAll(/`((?:test|build)\/[\w/.-]+\.(?:ts|mjs|json|yml))`/g)].map(
        ([, file]) => file!,
      )
      expect(asked.filter((name) => !(name in scripts))).toEqual([])
      expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
    },
  )
})
