import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CheckpointName } from '#contract/inputs'
import type { Operation, VmId } from '#contract/model'
import type { Journal } from '../../electron/core/ports.ts'
import { type MachineTruth, shownOf, truthOf, wrongAfter } from '../support/aftermath.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { type EveryChange, everyChange } from '../support/every-change.ts'
import { type Ledger, createLedger } from '../support/ledger.ts'
import { type Lifeline, createLifeline } from '../support/lifeline.ts'
import { passUntil } from '../support/pass-until.ts'

/** More steps than any change has. */
const noStep = 1_000

const changes: readonly EveryChange[] = [
  ...everyChange,
  {
    kind: 'create-checkpoint',
    also: 'of a kind of its own',
    machine: 'running',
    name: 'checkpoint.create',
    input: () => Promise.resolve({ name: CheckpointName.parse('Mine'), type: 'Standard' }),
  },
]
const cases = changes.map((change) => [titleOf(change), change] as const)

/** Where "Now" hangs as it hung, where the guest may yet shut down, and where nothing on the machine shows it. */
const mayBeUnknown: ReadonlySet<Operation['kind']> = new Set(['revert', 'shut-down', 'export-checkpoint'])

describe('An app that is gone at any step', () => {
  it.each(cases)(
    'is followed by one that knows what is true, and sends nothing twice: %s',
    async (_, change) => {
      const { steps } = await lived(change, [noStep])
      const ends = await Promise.all(steps.map((_step, index) => lived(change, [index + 1])))
      expect(
        ends.flatMap(({ wrong }, index) => (wrong.length === 0 ? [] : [[steps[index], ...wrong]])),
      ).toEqual([])
      expect(steps).toEqual(
        expect.arrayContaining(['intent not written yet', 'sent written in part', 'outcome written']),
      )
      if (!mayBeUnknown.has(change.kind)) expect(ends.map(({ end }) => end)).not.toContain('unknown')
    },
  )

  it.each(cases)('is followed by one that may be gone at any step as well: %s', async (_, change) => {
    const { steps } = await lived(change, [noStep])
    const first = steps.findLastIndex((step) => step.endsWith(' sent')) + 1
    const { steps: stepsAfter } = await lived(change, [first, noStep])
    const ends = await Promise.all(stepsAfter.map((_step, index) => lived(change, [first, index + 1])))
    expect(
      ends.flatMap(({ wrong }, index) => (wrong.length === 0 ? [] : [[stepsAfter[index], ...wrong]])),
    ).toEqual([])
    expect(stepsAfter).toContain('outcome written')
  })
})

interface Lived {
  /** What the last of those that were to be gone did. */
  readonly steps: readonly string[]
  readonly wrong: readonly string[]
  readonly end: Operation['state'] | 'forgotten'
}

/** The change is asked for. One start after another is gone at its step, and then comes one that is not. */
async function lived(change: EveryChange, [lastStep = noStep, ...later]: readonly number[]): Promise<Lived> {
  const scene = await open(change)
  const { app, vmId, ledger } = scene
  const input = { vmId, ...(await change.input(app, vmId)) }
  const [before, arrivedBefore] = [truthIn(app, vmId), ledger.entries.length]
  app.events.splice(0)
  scene.life.endAt(lastStep)
  void app.dispatch(change.name, input)
  await passUntil(app.clock, 250, () => scene.life.isOver() || endTold(app) !== null)
  const { last, steps, operation } = await startedAgain(scene, later)
  const wrong = wrongAfter({
    kind: change.kind,
    wantedPolicy: 'Standard',
    before,
    now: truthIn(last, vmId),
    isServiceOffered: last.simulation.vm(vmId)!.vss.enabled,
    shown: shownOf(await last.vm(vmId)),
    operation,
    arrived: ledger.entries.slice(arrivedBefore),
  })
  const isLeft = await leavesSomething(last)
  return {
    steps,
    wrong: isLeft ? [...wrong, 'It is still in the journal.'] : wrong,
    end: operation?.state ?? 'forgotten',
  }
}

interface Scene {
  readonly app: AppOnLab
  readonly vmId: VmId
  readonly ledger: Ledger
  /** That of the latest start. */
  life: Lifeline
}

async function open({ machine }: EveryChange): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-gone-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const [life, ledger] = [createLifeline(), createLedger()]
  const openJournal = (): Journal => scene.life.journalIn(folder)
  const scene: { -readonly [K in keyof Scene]?: Scene[K] } & Pick<Scene, 'life' | 'ledger'> = { life, ledger }
  const app = await openAppOnLab({ only: machine, openJournal }, (host) => life.wrap(ledger.wrap(host)))
  return Object.assign(scene, { app, vmId: app.lab.spare(machine)[0]! })
}

interface StartedAgain {
  readonly last: AppOnLab
  readonly steps: readonly string[]
  /** As whoever told of its end last told it. */
  readonly operation: Operation | null
}

async function startedAgain(scene: Scene, lastSteps: readonly number[]): Promise<StartedAgain> {
  let last = scene.app
  let operation = endTold(last)
  let { steps } = scene.life
  for (const lastStep of [...lastSteps, null]) {
    scene.life = createLifeline()
    const { life } = scene
    if (lastStep !== null) life.endAt(lastStep)
    last = await last.restart((host) => life.wrap(scene.ledger.wrap(host)))
    await passUntil(last.clock, 250, async () => life.isOver() || (await isAtRest(last)))
    operation = endTold(last) ?? operation
    if (lastStep !== null) ({ steps } = life)
  }
  return { last, steps, operation }
}

async function leavesSomething(app: AppOnLab): Promise<boolean> {
  const next = await app.restart()
  const list = await next.call('operation.list', {})
  await next.close()
  return list.length > 0
}

/** What the app has told of the end of what it was asked for, or found; null while it has not. */
function endTold({ events }: AppOnLab): Operation | null {
  const told = events.flatMap((event) => (event.name === 'operation.changed' ? [event.payload] : []))
  return told.find(({ endedAt }) => endedAt !== null) ?? null
}

async function isAtRest(app: AppOnLab): Promise<boolean> {
  return (await app.call('operation.list', {})).every(({ endedAt }) => endedAt !== null)
}

function truthIn({ simulation }: AppOnLab, vmId: VmId): MachineTruth {
  return truthOf(simulation.vm(vmId)!)
}

function titleOf({ kind, also }: EveryChange): string {
  return also === undefined ? kind : `${kind} ${also}`
}
