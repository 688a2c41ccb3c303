import { afterEach, describe, expect, it } from 'vitest'
import type { Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { useReadiness } from '../../renderer/stores/readiness.ts'
import { exampleReadiness } from '../support/example-readiness.ts'
import { exampleOperation, exampleVm, vmId } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

/** The first machine is selected, and what decides its next checkpoint has been read. */
async function openOn(changes: Partial<Vm>, readiness: Partial<Readiness> = {}): Promise<void> {
  window = await openWindow([exampleVm(1, changes), exampleVm(2, { name: 'Other' })])
  answer(readiness)
  await window.click('gridcell', changes.name ?? 'VM-1')
  await readAnew()
}

function answer(readiness: Partial<Readiness>): void {
  window.bridge.answer('vm.readiness', ({ vmId: id }: { readonly vmId: Readiness['vmId'] }) =>
    exampleReadiness({ vmId: id, ...readiness }),
  )
}

/** As after some seconds of looking at it, without waiting for them. */
async function readAnew(): Promise<void> {
  const readiness = useReadiness()
  readiness.expire()
  await readiness.want(vmId(1), exampleVm(1))
  await window.settle()
}

const withPolicy = (type: Vm['policy']['type']): Partial<Vm> => ({
  policy: { type, automatic: false, location: 'D:\\' },
})

function head(): string {
  return window.get('region', 'Checkpoints').querySelector('header')?.textContent.trim() ?? ''
}

function titleOf(role: string, name: string): string | null {
  return window.get(role, name).getAttribute('title')
}

describe('what the next checkpoint will be', () => {
  it('stands in the head of the tree, below the command and in its description', async () => {
    await openOn({}, { backupService: 'silent' })
    expect(head()).toContain('Next checkpoint:Standard, because the guest’s backup service does not answer')
    expect(window.get('region', 'Actions').textContent).toContain('CheckpointCtrl+NStandardCheckpoint…')
    expect(titleOf('button', 'Checkpoint')).toContain(
      'This will be a standard checkpoint and not a production one',
    )
  })

  it('describes the line of a menu, which has the word beside it', async () => {
    await openOn({}, { backupService: 'absent' })
    await window.rightClick('gridcell', 'VM-1')
    const line = window.get('menuitem', 'Checkpoint')
    expect([line.title, line.textContent]).toEqual([
      expect.stringContaining('because the guest has no backup service'),
      expect.stringContaining('CheckpointStandard'),
    ])
  })

  it('is said by nothing before it is known, and its place is held', async () => {
    window = await openWindow([exampleVm(1)])
    const release = window.bridge.delay('vm.readiness')
    await window.click('gridcell', 'VM-1')
    expect(window.get('region', 'Checkpoints').querySelector('.next')?.textContent).toBe('')
    release()
    await readAnew()
    expect(head()).toContain('Production')
  })

  it('says what policy and state alone say where the rest can’t be read', async () => {
    window = await openWindow([exampleVm(1)])
    window.bridge.answer('vm.readiness', () => {
      throw new Error('Not now.')
    })
    await window.click('gridcell', 'VM-1')
    await readAnew()
    expect(head()).toContain('Production, or standard if the guest can’t make one')
  })

  it('greys the command with the reason that only the host knows', async () => {
    await openOn({}, { hasGpuPartition: true })
    expect(titleOf('button', 'Checkpoint')).toContain('VM-1 has a GPU partition')
    expect(window.get('button', 'Checkpoint').getAttribute('aria-disabled')).toBe('true')
  })

  it('lets a kind be chosen where only the one that is set is refused', async () => {
    await openOn({ ...withPolicy('ProductionOnly'), state: 'Saved' })
    expect(
      ['Checkpoint', 'Checkpoint…'].map((name) => window.get('button', name).getAttribute('aria-disabled')),
    ).toEqual(['true', null])
  })

  it('is told aloud when it changes by itself, and not when something else is selected', async () => {
    await openOn({})
    answer({ backupService: 'disabled' })
    await readAnew()
    const said = (): string =>
      window
        .all('status')
        .map(({ textContent }) => textContent)
        .join()
    expect(said()).toContain(
      'VM-1: the next checkpoint changes. Standard, because the guest’s backup service is turned off.',
    )
    const before = said()
    await window.click('gridcell', 'Other')
    await readAnew()
    expect(said()).toBe(before)
  })

  it('warns below the commands of what no checkpoint holds', async () => {
    await openOn({}, { passThroughDisks: 1 })
    expect(window.get('region', 'Actions').textContent).toContain(
      'One of its disks is a physical disk, which no checkpoint holds.',
    )
  })

  it('counts what each will be where several are selected', async () => {
    await openOn({})
    window.get('gridcell', 'Other').closest<HTMLElement>('[role=row]')!.focus()
    await window.press('a', { ctrlKey: true })
    expect(titleOf('button', 'Checkpoint')).toBe('What each will be: 1 production, 1 not known yet.')
  })
})

describe('a remedy', () => {
  it.each([
    ['Turn Checkpoints On', withPolicy('Disabled'), {}, 'vm.changeCheckpointPolicy'],
    [
      'Allow Standard Checkpoints',
      { ...withPolicy('ProductionOnly'), state: 'Saved' },
      {},
      'vm.changeCheckpointPolicy',
    ],
    ['Turn Backup Service On', {}, { backupService: 'disabled' }, 'vm.enableBackupService'],
    [
      'Turn Backup Service On',
      withPolicy('ProductionOnly'),
      { backupService: 'disabled' },
      'vm.enableBackupService',
    ],
  ] as const)(
    '%s stands beside the verdict, says what it changes, and is sent once',
    async (label, vm, ready, name) => {
      await openOn(vm, ready)
      window.bridge.answer(name, exampleOperation(1, { vmId: vmId(1), kind: 'enable-backup-service' }))
      expect(titleOf('button', label)).toContain('Changes the settings of VM-1:')
      window.get('button', label).click()
      await window.click('button', label)
      expect(window.bridge.requests.map((request) => request.name)).toEqual([name])
    },
  )

  it('sets production with standard as its fallback, and nothing else, as it was shown', async () => {
    await openOn(withPolicy('Disabled'))
    window.bridge.answer('vm.changeCheckpointPolicy', exampleOperation(1))
    await window.click('button', 'Turn Checkpoints On')
    expect(window.bridge.requests[0]?.input).toEqual({
      vmId: vmId(1),
      changes: { type: 'Production' },
      shown: { type: 'Disabled', automatic: false, location: 'D:\\' },
    })
  })

  it('that has turned the service on has the verdict read anew at once', async () => {
    await openOn({}, { backupService: 'disabled' })
    answer({ backupService: 'ok' })
    const operation = exampleOperation(1, { vmId: vmId(1), kind: 'enable-backup-service' })
    window.bridge.emit({ name: 'operation.changed', payload: operation })
    await window.settle()
    window.bridge.emit({ name: 'operation.changed', payload: { ...operation, state: 'done' } })
    await expect.poll(head).toContain('Next checkpoint:Production')
    expect(window.find('button', 'Turn Backup Service On')).toBeNull()
  })

  it('is not offered where nothing is in the way', async () => {
    await openOn({})
    expect(window.all('button').map(({ textContent }) => textContent.trim())).not.toContain(
      'Turn Backup Service On',
    )
  })
})
