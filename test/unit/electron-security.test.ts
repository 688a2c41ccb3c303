import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// @ts-expect-error It runs without a build, so it is plain JavaScript.
import * as judgeModule from '../../build/electron-security/judge-findings.mjs'
// @ts-expect-error See above.
import * as stageModule from '../../build/electron-security/stage-sources.mjs'

interface Justified {
  readonly check: string
  readonly files: readonly string[]
  readonly reason: string
}
const { judgeFindings } = judgeModule as {
  readonly judgeFindings: (run: {
    readonly report: unknown
    readonly output: string
    readonly justified: readonly Justified[]
  }) => readonly string[]
}
const { stageSources } = stageModule as {
  readonly stageSources: (root: string, stage: string) => number
}

/** A report as Electronegativity writes it. */
function reportOf(...findings: readonly (readonly [check: string, uri: string, line: number])[]): unknown {
  const results = findings.map(([ruleId, uri, startLine]) => ({
    ruleId,
    message: { text: `What ${ruleId} means\nand more` },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
  }))
  return { runs: [{ results }] }
}

const sandbox = { check: 'SANDBOX', files: ['electron/window.ts'], reason: 'It is on elsewhere.' }

describe('What Electronegativity finds', () => {
  it('is nothing where all is well, or was looked at', () => {
    const report = reportOf(['SANDBOX', 'electron\\window.ts', 3])
    expect(judgeFindings({ report: reportOf(), output: 'Starting scan…', justified: [] })).toEqual([])
    expect(judgeFindings({ report, output: '', justified: [sandbox] })).toEqual([])
  })

  it('counts though it ends as if all were well', () => {
    const report = reportOf(['SANDBOX', 'electron/window.ts', 3], ['CSP', 'file:///', 1])
    expect(judgeFindings({ report, output: '', justified: [] })).toEqual([
      'SANDBOX in electron/window.ts:3: What SANDBOX means',
      'CSP in the whole app:1: What CSP means',
    ])
  })

  it('counts where another file, or another check of the same file, was looked at', () => {
    const report = reportOf(['SANDBOX', 'electron/window.ts', 3], ['SANDBOX', 'electron/tray.ts', 9])
    expect(judgeFindings({ report, output: '', justified: [sandbox] })).toEqual([
      'SANDBOX in electron/tray.ts:9: What SANDBOX means',
    ])
  })

  it('counts where it could not read a file, which it passes by', () => {
    const output = 'Starting scan…\nError parsing electron/new.ts - This experimental syntax…\n'
    expect(judgeFindings({ report: reportOf(), output, justified: [] })).toEqual([
      'A file could not be read. Error parsing electron/new.ts - This experimental syntax…',
    ])
  })

  it('is not excused for ever: what is not found any more has to go', () => {
    expect(judgeFindings({ report: reportOf(), output: '', justified: [sandbox] })).toEqual([
      'SANDBOX is not found in electron/window.ts any more: take it out of justified.json.',
    ])
  })
})

describe('What is excused', () => {
  const file = fileURLToPath(new URL('../../build/electron-security/justified.json', import.meta.url))
  const justified = JSON.parse(readFileSync(file, 'utf8')) as readonly Justified[]

  it.each(justified)('$check has a reason', ({ reason, files }) => {
    expect(reason).toMatch(/^[A-Z].{40,}\.$/)
    expect(files.length).toBeGreaterThan(0)
  })
})

describe('What Electronegativity is given', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'savepoint-stage-'))
  })

  afterEach(() => {
    rmSync(root, { recursive: true })
  })

  function put(file: string, text: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }

  it('has every source and every built file under a name that it reads, and of a component the script at its line', () => {
    put('package.json', '{}')
    put('electron/main.ts', 'main')
    put('electron/scripts.d.ts', 'types')
    put('electron/check.ps1', 'script')
    put(
      'renderer/App.vue',
      '<template>\n  <p />\n</template>\n<script setup lang="ts">\nconst a = 1\n</script>\n',
    )
    put('renderer/NoScript.vue', '<template />')
    put('out/main/main.js', 'built')
    put('out/preload/preload.cjs', 'preload')
    put('out/renderer/index.html', '<html />')
    const stage = join(root, 'stage')
    expect(stageSources(root, stage)).toBe(6)
    const files = readdirSync(stage, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
    expect(files.sort()).toEqual(
      [
        'App.vue.ts',
        'NoScript.vue.ts',
        'index.html',
        'main.js',
        'main.ts',
        'package.json',
        'preload.js',
      ].sort(),
    )
    expect(readFileSync(join(stage, 'renderer', 'App.vue.ts'), 'utf8')).toBe('\n\n\n\nconst a = 1\n')
  })
})
