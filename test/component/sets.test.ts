import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultNameTemplate } from '#contract/name-template'
import type { CheckpointRecord, SetId } from '#contract/checkpoint-record'
import type { Operation, Vm, VmId } from '#contract/model'
import { useOperations } from '../../renderer/stores/operations.ts'
import { useRecords } from '../../renderer/stores/records.ts'
import { useSelection } from '../../renderer/stores/selection.ts'
import { exampleReadiness } from '../support/example-readiness.ts'
import { exampleRecord } from '../support/example-record.ts'
import { type LosingName, seenIn } from '../support/with-seen.ts'
import { exampleCheckpoint, exampleOperation, exampleVm, vmId } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

const dc = exampleVm(1, { name: 'DC01' })
const sql = exampleVm(2, { name: 'SQL' })
const kasse = exampleVm(3, { name: 'KASSE', policy: { ...dc.policy, type: 'Disabled' } })

async function openOn(vms: readonly Vm[]): Promise<void> {
  window = await openWindow(vms)
  useSelection().selectVms(
    vms.map(({ id }) => id),
    vms[0]?.id ?? null,
  )
  await window.settle()
}

function rows(list: string): readonly string[] {
  return [...listOf(list).children].map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim())
}

function listOf(name: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('ul, ol')].find(
    (each) => each.getAttribute('aria-label') === name,
  )
  if (found === undefined) throw new Error(`No list “${name}”.`)
  return found
}

function inputs(): readonly Readonly<Record<string, unknown>>[] {
  return window.bridge.requests.map(({ input }) => input as Readonly<Record<string, unknown>>)
}

/** An operation for each, told apart by their machines. */
function accept(name: string, kind: Operation['kind']): void {
  window.bridge.answer(name, ({ vmId: id }: { readonly vmId: VmId }) => operationOn(id, { kind }))
}

function operationOn(id: VmId, changes: Partial<Operation> = {}): Operation {
  return exampleOperation(Number(id.slice(-2)), {
    vmId: id,
    vmName: id === dc.id ? 'DC01' : 'SQL',
    ...changes,
  })
}

async function tell(id: VmId, changes: Partial<Operation>): Promise<void> {
  useOperations().put(operationOn(id, { endedAt: '2026-11-21T10:01:00Z', ...changes }))
  await window.settle()
}

describe('checkpoints of several machines under one name', () => {
  const machines = 'Virtual machines and what their checkpoints will be'

  async function ask(): Promise<void> {
    await openOn([dc, sql, kasse])
    await window.click('button', 'Checkpoint…')
  }

  it('say of each beforehand what it will be, and why one is left out', async () => {
    window = await openWindow([dc, sql, kasse])
    window.bridge.answer('vm.readiness', ({ vmId: id }: { readonly vmId: VmId }) => ({
      ...exampleReadiness(),
      vmId: id,
      backupService: id === sql.id ? 'silent' : 'ok',
    }))
    useSelection().selectVms([dc.id, sql.id, kasse.id], dc.id)
    await window.settle()
    await window.click('button', 'Checkpoint…')
    expect(rows(machines)).toEqual([
      'DC01Production',
      'SQLStandard, because the guest’s backup service does not answer',
      expect.stringMatching(
        /^KASSE ?Refused: Checkpoints are turned off for KASSE.*left out ?Turn Checkpoints On$/,
      ),
    ])
  })

  it('hold their places until it is known', async () => {
    window = await openWindow([dc, sql])
    const release = window.bridge.delay('vm.readiness')
    useSelection().selectVms([dc.id, sql.id], dc.id)
    await window.settle()
    await window.click('button', 'Checkpoint…')
    const before = rows(machines)
    release()
    await window.settle()
    expect([before, rows(machines)]).toEqual([
      ['DC01', 'SQL'],
      ['DC01Production', 'SQLProduction'],
    ])
  })

  it('are named by the template for each, and stay together as a set', async () => {
    await ask()
    accept('checkpoint.create', 'create-checkpoint')
    await window.type('textbox', 'Name', '{vm} before the update')
    await window.type('textbox', 'Notes', 'Until Friday')
    await window.click('button', 'Take Checkpoints')
    const sent = inputs()
    expect(sent).toEqual([
      { vmId: dc.id, name: 'DC01 before the update', notes: 'Until Friday', setId: sent[0]?.setId },
      { vmId: sql.id, name: 'SQL before the update', notes: 'Until Friday', setId: sent[0]?.setId },
    ])
    expect(sent[0]?.setId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('are named as the settings say where nothing else was typed', async () => {
    await ask()
    accept('checkpoint.create', 'create-checkpoint')
    const shown = (window.get('textbox', 'Name') as HTMLInputElement).value
    await window.click('button', 'Take Checkpoints')
    expect([shown, inputs().map(({ name }) => name)]).toEqual([defaultNameTemplate, [undefined, undefined]])
  })

  it('are taken for a reason and of a kind, which is said of each beforehand', async () => {
    await ask()
    accept('checkpoint.create', 'create-checkpoint')
    await window.type('textbox', 'Reason', 'KB5049981')
    const box = window.get('textbox', 'Name')
    const preview = document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent
    const offered = window.all('radio').map((radio) => {
      const note = document.getElementById(radio.getAttribute('aria-describedby') ?? '')
      return `${accessibleName(radio)}: ${note?.textContent.trim() ?? ''}`
    })
    await window.click('radio', 'Standard')
    const foreseen = rows(machines)
    await window.click('button', 'Take Checkpoints')
    expect({
      preview,
      offered,
      foreseen,
      sent: inputs().map(({ reason, type }) => ({ reason, type })),
    }).toEqual({
      preview: expect.stringMatching(/^For DC01: KB5049981 - DC01 - /) as unknown,
      offered: [
        'As set for each virtual machine: 2 production, 1 refused',
        'Production: 2 production, 1 refused',
        'Standard: 2 standard, 1 refused',
      ],
      foreseen: [
        'DC01Standard, with memory',
        'SQLStandard, with memory',
        expect.stringMatching(/^KASSE ?Refused/) as unknown,
      ],
      sent: [
        { reason: 'KB5049981', type: 'Standard' },
        { reason: 'KB5049981', type: 'Standard' },
      ],
    })
  })

  it('have a reason in a name that was typed only where it has a place there', async () => {
    await ask()
    accept('checkpoint.create', 'create-checkpoint')
    await window.type('textbox', 'Reason', 'KB1')
    await window.type('textbox', 'Name', 'Before')
    const plain = window.get('dialog', title).textContent
    await window.type('textbox', 'Name', 'Before {reason}')
    await window.click('button', 'Take Checkpoints')
    expect([plain, inputs().map(({ name }) => name)]).toEqual([
      expect.stringContaining('For DC01: Before'),
      ['Before KB1', 'Before KB1'],
    ])
    expect(plain).not.toContain('KB1 - Before')
  })

  it('are not sent with a name that Hyper-V would not take', async () => {
    await ask()
    await window.type('textbox', 'Name', '{machine}')
    await window.click('button', 'Take Checkpoints')
    expect([window.bridge.requests, window.get('dialog', title).textContent]).toEqual([
      [],
      expect.stringContaining('{machine} is not known here.'),
    ])
  })

  const title = 'Checkpoint of Several Virtual Machines'

  it('are followed to their ends, each with what it became, and that is read out', async () => {
    await ask()
    accept('checkpoint.create', 'create-checkpoint')
    await window.click('button', 'Take Checkpoints')
    const meanwhile = rows(machines)
    const taken = exampleCheckpoint(7, { vmId: dc.id, isSaved: true, policyWhenTaken: 'Standard' })
    window.bridge.emit({
      name: 'vm.changed',
      payload: { ...dc, checkpoints: [taken], parentCheckpointId: taken.id },
    })
    await tell(dc.id, { state: 'done', checkpointId: taken.id })
    await tell(sql.id, { state: 'failed', error: { code: 'busy', message: 'Something else is using it.' } })
    expect([meanwhile.slice(0, 2), rows(machines).slice(0, 2)]).toEqual([
      ['DC01Creating checkpoint', 'SQLCreating checkpoint'],
      ['DC01Taken: Standard, with memory', 'SQLFailed. Something else is using it.'],
    ])
    const said = [...window.get('dialog', title).querySelectorAll('[role=status]')].map(
      (each) => each.textContent,
    )
    expect(said).toContain('Taken: 1. Failed: 1.')
  })

  it('are sent once, however often the button is pressed', async () => {
    await ask()
    accept('checkpoint.create', 'create-checkpoint')
    await window.click('button', 'Take Checkpoints')
    await window.click('button', 'Take Checkpoints')
    expect(window.bridge.requests).toHaveLength(2)
  })

  it('are not taken where none can be', async () => {
    await openOn([kasse, exampleVm(4, { policy: kasse.policy })])
    await window.press('Insert', { shiftKey: true })
    await window.click('button', 'Take Checkpoints')
    expect([window.bridge.requests, window.get('dialog', title).textContent]).toEqual([
      [],
      expect.stringContaining('None of these virtual machines can take a checkpoint now.'),
    ])
  })

  it('can be made possible by what the app itself can do', async () => {
    await ask()
    window.bridge.answer(
      'vm.changeCheckpointPolicy',
      exampleOperation(9, { kind: 'change-checkpoint-policy' }),
    )
    await window.click('button', 'Turn Checkpoints On')
    expect(inputs()).toEqual([{ vmId: kasse.id, changes: { type: 'Production' }, shown: kasse.policy }])
  })
})

describe('a set', () => {
  const setId = '99999999-9999-4999-8999-999999999999' as SetId
  const list = 'Virtual machines in the order in which they are taken back'

  function withCheckpoint(vm: Vm, number: number): Vm {
    const checkpoint = exampleCheckpoint(number, { vmId: vm.id, name: `${vm.name} before` })
    return { ...vm, checkpoints: [checkpoint], parentCheckpointId: checkpoint.id }
  }

  const members = [
    withCheckpoint(dc, 1),
    withCheckpoint(sql, 2),
    withCheckpoint(exampleVm(4, { name: 'WEB' }), 4),
  ]

  /** The checkpoint of a member, asked for by whoever sees its machine as it is. */
  function seenOfMember(index: number, name: LosingName): object {
    const vm = members[index]!
    const { id } = vm.checkpoints[0]!
    return { vmId: vm.id, checkpointId: id, seen: seenIn(vm, name, id) }
  }

  function recordOf({ id, checkpoints }: Vm, ofSet: SetId | null = setId): CheckpointRecord {
    const [checkpoint] = checkpoints
    if (checkpoint === undefined) throw new Error('Only machines with a checkpoint.')
    return exampleRecord({ vmId: id, checkpointId: checkpoint.id, setId: ofSet })
  }

  async function openSet(records = members.map((vm) => recordOf(vm))): Promise<void> {
    window = await openWindow(members)
    records.forEach(useRecords().put)
    await window.click('gridcell', 'DC01')
    await window.click('treeitem', 'DC01 before')
  }

  function menu(): readonly string[] {
    return window
      .all('button')
      .map(accessibleName)
      .filter((name) => name.includes(' Set…'))
  }

  it('is told in the details of each of its checkpoints', async () => {
    await openSet()
    expect(document.body.textContent).toContain('2 others: SQL, WEB')
  })

  it('is none where the checkpoint was taken alone, or is the last of it', async () => {
    await openSet([recordOf(members[0]!), recordOf(members[1]!, null)])
    expect([menu(), document.body.textContent.includes('Taken together with')]).toEqual([[], false])
  })

  describe('that is applied', () => {
    beforeEach(async () => {
      await openSet()
      accept('checkpoint.apply', 'apply-checkpoint')
      await window.click('button', 'Apply Set…')
    })

    it('keeps the state of each by the button in focus, and goes on only when the one before has ended well', async () => {
      const focused = document.activeElement?.textContent.trim()
      await window.click('button', 'Create Checkpoints and Apply')
      const first = inputs()
      await tell(dc.id, { kind: 'apply-checkpoint', state: 'done' })
      const both = inputs()
      expect({ focused, first, both }).toEqual({
        focused: 'Create Checkpoints and Apply',
        first: [{ ...seenOfMember(0, 'checkpoint.apply'), keepCurrent: true }],
        both: [first[0], { ...seenOfMember(1, 'checkpoint.apply'), keepCurrent: true }],
      })
    })

    it('stops where one fails, and says what was left as it is', async () => {
      await window.click('button', 'Apply')
      await tell(dc.id, { kind: 'apply-checkpoint', state: 'done' })
      await tell(sql.id, {
        kind: 'apply-checkpoint',
        state: 'failed',
        error: { code: 'busy', message: 'Something else is using it.' },
      })
      expect([inputs().map(({ keepCurrent }) => keepCurrent), rows(list)]).toEqual([
        [false, false],
        [
          'DC01DC01 beforeApplied',
          'SQLSQL beforeFailed. Something else is using it.',
          'WEBWEB beforeLeft as it is',
        ],
      ])
    })

    it('stops where nobody knows how one ended', async () => {
      await window.click('button', 'Create Checkpoints and Apply')
      await tell(dc.id, { kind: 'apply-checkpoint', state: 'unknown' })
      expect([window.bridge.requests.length, rows(list)[2]]).toEqual([1, 'WEBWEB beforeLeft as it is'])
    })

    it('stops where one is refused', async () => {
      window.bridge.refuse('checkpoint.apply', { code: 'busy', message: 'Something else is using it.' })
      await window.click('button', 'Create Checkpoints and Apply')
      expect([window.bridge.requests.length, rows(list)]).toEqual([
        1,
        [
          'DC01DC01 beforeFailed. Something else is using it.',
          'SQLSQL beforeLeft as it is',
          'WEBWEB beforeLeft as it is',
        ],
      ])
    })

    it('stops after the one that is under way where Esc is pressed, and shows what came of it', async () => {
      await window.click('button', 'Create Checkpoints and Apply')
      await window.press('Escape')
      await tell(dc.id, { kind: 'apply-checkpoint', state: 'done' })
      const shown = [window.bridge.requests.length, rows(list)]
      await window.press('Escape')
      expect([shown, window.all('dialog')]).toEqual([
        [1, ['DC01DC01 beforeApplied', 'SQLSQL beforeLeft as it is', 'WEBWEB beforeLeft as it is']],
        [],
      ])
    })

    it('follows the order that was chosen, which is read out', async () => {
      await window.click('button', 'Move WEB up')
      await window.click('button', 'Move WEB up')
      const said = [...document.querySelectorAll('[aria-live]')].map((each) => each.textContent).join(' ')
      await window.click('button', 'Create Checkpoints and Apply')
      expect([rows(list).map((row) => row.slice(0, 3)), inputs().map((input) => input.vmId)]).toEqual([
        ['WEB', 'DC0', 'SQL'],
        [vmId(4)],
      ])
      expect(said).toContain('WEB is number 1 now.')
    })

    it('passes by what was left out', async () => {
      await window.click('checkbox', 'Take DC01 back')
      await window.click('button', 'Create Checkpoints and Apply')
      expect(inputs().map((input) => input.vmId)).toEqual([sql.id])
    })

    it('offers to keep the state only where it can be kept of all', async () => {
      window.bridge.emit({
        name: 'vm.changed',
        payload: { ...members[1]!, policy: { ...sql.policy, type: 'Disabled' } },
      })
      await window.settle()
      await window.click('button', 'Create Checkpoints and Apply')
      expect([window.bridge.requests, rows(list)[1]]).toEqual([
        [],
        expect.stringContaining('Its state of now can’t be kept. Checkpoints are turned off for SQL.'),
      ])
    })
  })

  it('is deleted whole, and not by the button in focus', async () => {
    await openSet()
    accept('checkpoint.delete', 'delete-checkpoint')
    await window.click('button', 'Delete Set…')
    const focused = document.activeElement?.textContent.trim()
    await window.click('button', 'Delete')
    expect({ focused, sent: inputs(), open: window.all('dialog') }).toEqual({
      focused: "Don't Delete",
      sent: members.map((_, index) => seenOfMember(index, 'checkpoint.delete')),
      open: [],
    })
  })

  it('says beside the one that is not deleted why', async () => {
    await openSet()
    accept('checkpoint.delete', 'delete-checkpoint')
    await window.click('button', 'Delete Set…')
    window.bridge.refuse('checkpoint.delete', { code: 'busy', message: 'Something else is using it.' })
    await window.click('button', 'Delete')
    expect(rows('Checkpoints of the set')[0]).toBe('DC01DC01 beforeFailed. Something else is using it.')
  })
})
