import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Reply } from '#contract/errors'
import type { Operation, Vm } from '#contract/model'
import { compose } from '../../electron/compose.ts'
import type { App } from '../../electron/core/app.ts'
import { parseStartOptions } from '../../electron/start-options.ts'

const folder = mkdtempSync(join(tmpdir(), 'of-anna-telling-'))
const data = join(folder, 'data-of-anna')
/** A short one would be found in any word. */
const computer = hostname().length > 4 ? hostname() : 'HV-LAB'
const told = {
  name: 'Before the telling patch',
  renamed: 'After “telling” %s $(name)',
  notes: 'Telling notes',
  folder: 'E:\\Telling exports',
  template: 'Telling {vm}',
  reason: 'Telling reason',
}

let app: App
let stderr: string

beforeEach(() => {
  stderr = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text)
    return true
  })
  vi.stubEnv('SAVEPOINT_DATA', data)
  vi.stubEnv('SAVEPOINT_DEMO_PACE', '0.001')
  app = compose(parseStartOptions(['--demo']))
})
afterEach(async () => {
  await app.close()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

it('The log tells what was done without a name of a machine, a checkpoint, a folder or a person', async () => {
  const vms = await machines()
  const outcomes = await Promise.all(vms.map(playedOn))
  const log = logged()
  const names = vms.flatMap(({ name, checkpoints }) => [name, ...checkpoints.map((each) => each.name)])
  const telling = [...names, ...Object.values(told), 'telling', 'anna', data, folder, computer, 'HV-LAB']
  expect(telling.filter((each) => log.toLowerCase().includes(each.toLowerCase()))).toEqual([])
  expect(stderr).toBe('')
  // What is looked for has been there to be told.
  expect(names.length).toBeGreaterThan(40)
  expect(outcomes.flat()).toEqual(
    expect.arrayContaining(['done', 'wrong-state', 'invalid-name', 'folder-missing']),
  )
  expect(log.match(/ info operation ended /g)?.length).toBeGreaterThan(30)
  expect(log.match(/ info request refused /g)?.length).toBeGreaterThan(30)
}, 60_000)

async function playedOn(vm: Vm): Promise<readonly string[]> {
  const outcomes: string[] = []
  for (const [name, input] of requests(vm)) outcomes.push(await ended(name, input))
  return outcomes
}

/** Something of everything that is named by people, right and wrong. */
function requests({ id: vmId, checkpoints }: Vm): readonly (readonly [string, object])[] {
  const ofCheckpoint = checkpoints
    .slice(0, 1)
    .flatMap(({ id: checkpointId }) => [
      ['checkpoint.rename', { vmId, checkpointId, name: told.renamed }] as const,
      ['checkpoint.rename', { vmId, checkpointId, name: `${told.name} ${'x'.repeat(200)}` }] as const,
      ['checkpoint.changeNotes', { vmId, checkpointId, notes: told.notes }] as const,
      ['checkpoint.export', { vmId, checkpointId, folder: told.folder }] as const,
    ])
  return [
    ['checkpoint.create', { vmId, name: told.name, notes: told.notes }],
    ['checkpoint.quick', { vmId, reason: told.reason }],
    ...ofCheckpoint,
    ['vm.changeCheckpointPolicy', { vmId, changes: { location: told.folder } }],
    ['vm.start', { vmId }],
    ['host.checkFolder', { folder: told.folder }],
    ['host.listFolders', { path: told.folder }],
    ['settings.change', { nameTemplate: told.template, exportFolder: told.folder }],
    ['settings.change', { nameTemplate: '{telling}' }],
  ]
}

async function machines(): Promise<readonly Vm[]> {
  return vi.waitFor(async () => {
    const vms = await asked<readonly Vm[]>('vm.list', {})
    if (!vms.ok || vms.value.length === 0) throw new Error('The list has not been read yet.')
    return vms.value
  })
}

/** How it came out, when it has: a state or a code. */
async function ended(name: string, input: object): Promise<string> {
  const reply = await asked<Partial<Operation>>(name, input)
  if (!reply.ok) return reply.error.code
  const { id } = reply.value
  if (id === undefined) return 'answered'
  return vi.waitFor(
    async () => {
      const list = await asked<readonly Operation[]>('operation.list', {})
      const now = list.ok ? list.value.find((each) => each.id === id) : undefined
      if (now?.endedAt == null) throw new Error(`${name} has not ended yet.`)
      return now.error?.code ?? now.state
    },
    { timeout: 20_000, interval: 5 },
  )
}

async function asked<T>(name: string, input: object): Promise<Reply<T>> {
  return (await app.dispatch(name, input)) as Reply<T>
}

function logged(): string {
  const logs = join(data, 'logs')
  return readdirSync(logs)
    .map((name) => readFileSync(join(logs, name), 'utf8'))
    .join('\n')
}
