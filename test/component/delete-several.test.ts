import { afterEach, describe, expect, it } from 'vitest'
import type { VmCosts } from '#contract/machine-costs'
import type { Checkpoint, Vm, VmId } from '#contract/model'
import { useOperations } from '../../renderer/stores/operations.ts'
import { useSelection } from '../../renderer/stores/selection.ts'
import { exampleDisk } from './support/example-details.ts'
import { checkpointId, exampleCheckpoint, exampleOperation, exampleVm, vmId } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

const title = 'Delete Checkpoints of Several Virtual Machines'
const gigabyte = 1024 ** 3
let window: OpenWindow

afterEach(() => {
  window.close()
})

function machine(number: number, name: string, past: readonly Partial<Checkpoint>[]): Vm {
  const checkpoints = past.map((each, index) =>
    exampleCheckpoint(number * 10 + index, { vmId: vmId(number), ...each }),
  )
  return exampleVm(number, { name, checkpoints, parentCheckpointId: checkpoints.at(-1)?.id ?? null })
}

const dc = machine(1, 'DC01', [{ createdAt: '2026-01-01T00:00:00Z' }, { createdAt: '2026-02-01T00:00:00Z' }])
const sql = machine(2, 'SQL', [{ category: 'automatic', createdAt: '2026-03-01T00:00:00Z' }])
const full = { ...machine(3, 'MAIL', [{ createdAt: '2026-01-01T00:00:00Z' }]), isCritical: true }
const none = machine(4, 'NONE', [])

/** Nothing builds on the disks of its checkpoints, so that they vanish with the state of 1 GB each. */
function costs({ id, checkpoints }: Vm): VmCosts {
  return {
    vmId: id,
    disks: [exampleDisk(['Base.vhdx'])],
    checkpoints: checkpoints.map((each) => ({
      checkpointId: each.id,
      files: [{ path: `C:\\${each.id}.vmrs`, size: gigabyte }],
      disks: [exampleDisk(['Base.vhdx'])],
    })),
    volumes: [{ root: 'C:\\', size: 100 * gigabyte, free: 50 * gigabyte }],
  }
}

async function ask(vms: readonly Vm[]): Promise<void> {
  window = await openWindow(vms)
  window.bridge.answer('vm.costs', ({ vmId: id }: { readonly vmId: VmId }) =>
    costs(vms.find((vm) => vm.id === id) ?? none),
  )
  window.bridge.answer('checkpoint.delete', ({ checkpointId: id }: { readonly checkpointId: string }) =>
    exampleOperation(Number(id.slice(-2)), { kind: 'delete-checkpoint' }),
  )
  useSelection().selectVms(
    vms.map(({ id }) => id),
    vms[0]?.id ?? null,
  )
  await window.settle()
  await window.click('button', 'Delete Checkpoints…')
}

function machines(): readonly string[] {
  return [...window.get('list', 'Virtual machines and what it does to them').children].map((row) =>
    [...row.children]
      .map(({ textContent }) => textContent)
      .join(' ')
      .trim(),
  )
}

function steps(): readonly string[] {
  return [...window.get('list', 'Steps').children].map((row) => row.querySelector('p')?.textContent ?? '')
}

function sent(): readonly unknown[] {
  return window.bridge.requests.map(({ name, input }) => [
    name,
    (input as { checkpointId: string }).checkpointId,
  ])
}

async function choose(name: string): Promise<void> {
  await window.click('radio', name)
}

describe('deleting checkpoints of several machines', () => {
  it('means the automatic ones at first, with the safe answer in focus, and sends nothing unasked', async () => {
    await ask([dc, sql, none])
    const focused = document.activeElement?.textContent.trim()
    const asked = { machines: machines(), steps: steps() }
    await window.click('button', "Don't Delete")
    expect({ focused, ...asked, sent: sent(), open: window.find('dialog', title) }).toEqual({
      focused: "Don't Delete",
      machines: ['SQL 1 checkpoint, frees 1 GB', 'DC01 Has none of these', 'NONE Has none of these'],
      steps: ['SQL: delete “Checkpoint 20”'],
      sent: [],
      open: null,
    })
  })

  it('says of each machine what it does and what it can’t, whichever are meant', async () => {
    await ask([dc, sql, full])
    await choose('Those older than 7 days')
    const old = { machines: machines(), steps: steps() }
    await choose('All but the newest that somebody took')
    expect({ old, newest: { machines: machines(), steps: steps() } }).toEqual({
      old: {
        machines: [
          'DC01 2 checkpoints, frees 2 GB',
          'SQL 1 checkpoint, frees 1 GB',
          'MAIL The storage of MAIL can’t be reached or is full. Mend that first; another change could lose data.',
        ],
        steps: [
          'DC01: delete “Checkpoint 10”',
          'DC01: delete “Checkpoint 11”',
          'SQL: delete “Checkpoint 20”',
          'MAIL: delete “Checkpoint 30”',
        ],
      },
      newest: {
        machines: ['DC01 1 checkpoint, frees 1 GB', 'SQL Has none of these', 'MAIL Has none of these'],
        steps: ['DC01: delete “Checkpoint 10”'],
      },
    })
  })

  it('sends those that are ticked, once, and says how it went with each machine', async () => {
    await ask([dc, sql])
    await choose('Those older than 7 days')
    await window.click('checkbox', 'DC01: delete “Checkpoint 10”')
    window.get('button', 'Delete').click()
    window.get('button', 'Delete').click()
    await window.settle()
    const meanwhile = machines()
    useOperations().put(exampleOperation(11, { state: 'done', endedAt: '2026-11-21T10:01:00Z' }))
    useOperations().put(
      exampleOperation(20, {
        state: 'failed',
        endedAt: '2026-11-21T10:01:00Z',
        error: { code: 'busy', message: 'It is in use.' },
      }),
    )
    await window.settle()
    expect({
      sent: sent(),
      meanwhile,
      after: machines(),
      steps: window.get('list', 'Steps').textContent,
    }).toEqual({
      sent: [
        ['checkpoint.delete', checkpointId(11)],
        ['checkpoint.delete', checkpointId(20)],
      ],
      meanwhile: ['DC01 Deleted: 0 of 1', 'SQL Deleted: 0 of 1'],
      after: ['DC01 Deleted: 1', 'SQL Deleted: 0. Not deleted: 1, see below'],
      steps: expect.stringContaining('It is in use.') as unknown,
    })
    expect(document.activeElement?.textContent.trim()).toBe('Close')
  })

  it('tells how much that frees only of machines whose files could be read', async () => {
    await ask([dc, sql])
    await window.click('button', "Don't Delete")
    window.bridge.refuse('vm.costs', { code: 'busy', message: 'In use.' })
    await window.click('button', 'Delete Checkpoints…')
    expect(machines()).toEqual([
      'SQL 1 checkpoint, how much that frees is not known',
      'DC01 Has none of these',
    ])
  })

  it('is not offered to machines of which none has a checkpoint that can go', async () => {
    await ask([none, machine(5, 'BACKED', [{ category: 'backup' }])])
    expect({
      why: window.get('button', 'Delete Checkpoints…').title,
      dialogs: window.all('dialog'),
    }).toEqual({ why: 'None of these virtual machines has a checkpoint that can be deleted.', dialogs: [] })
  })
})
