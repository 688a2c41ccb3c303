import { describe, expect, it } from 'vitest'
import { trayMenuOf } from '#contract/tray-menu'
import { exampleOperation, exampleOperationId } from '../support/example-operation.ts'
import { exampleReadiness } from '../support/example-readiness.ts'
import { trayFacts, trayVm, trayVmId } from '../support/example-tray.ts'
import { exampleCheckpoint } from '../support/example-vm.ts'
import { menuLines } from '../support/menu-lines.ts'

const noRevert = 'Revert… ✗ VM1 has no checkpoint to go back to.'
const application = ['Open Savepoint', 'Settings…', 'Quit Savepoint']

describe('The tray’s menu', () => {
  it('has the last machine, the machines, what is under way, what deserves a look, and the app', () => {
    const checkpoint = exampleCheckpoint(1, { createdAt: '2026-11-01T09:00:00.000Z' })
    const vms = [
      trayVm(1),
      trayVm(2, { state: 'Off', checkpoints: [checkpoint], parentCheckpointId: checkpoint.id }),
      trayVm(3, { policy: { ...trayVm(3).policy, type: 'Disabled' } }),
    ]
    const facts = trayFacts({
      vms,
      readiness: new Map([[trayVmId(1), exampleReadiness()]]),
      operations: [exampleOperation(1, { vmName: 'VM2', percent: 26.4 })],
      settings: { lastVmId: trayVmId(1), favourites: [trayVmId(1)], reasons: ['Before updates'] },
    })
    expect(menuLines(trayMenuOf(facts))).toEqual([
      'Checkpoint VM1 · Production',
      '—',
      [
        'VM1 · Running · Production · no checkpoint',
        [
          '(Production)',
          'Checkpoint Now',
          ['Checkpoint With a Reason', ['Before updates']],
          'Checkpoint…',
          '—',
          noRevert,
          'Open in Savepoint',
        ],
      ],
      [
        'Other Virtual Machines',
        [
          [
            'VM2 · Off · Disk only · 20 days ago',
            [
              '(Disk only, because the virtual machine is off)',
              'Checkpoint Now',
              ['Checkpoint With a Reason', ['Before updates']],
              'Checkpoint…',
              '—',
              'Revert…',
              'Open in Savepoint',
            ],
          ],
          [
            'VM3 · Running · Refused · no checkpoint',
            [
              'Checkpoint Now ✗ Checkpoints are turned off for VM3. Turn them on in its Settings, under Checkpoints.',
              '—',
              'Revert… ✗ VM3 has no checkpoint to go back to.',
              'Open in Savepoint',
            ],
          ],
        ],
      ],
      '—',
      'VM2: Creating checkpoint (26%)',
      '—',
      ['Health: 1 virtual machine needs a look', ['VM2: 1 finding']],
      '—',
      ...application,
    ])
  })

  it('says of each entry what it does, by Ids alone', () => {
    const vms = [trayVm(1)]
    const operations = [
      exampleOperation(1, {
        kind: 'delete-checkpoint',
        checkpointName: 'Before updates',
        state: 'waiting',
        undo: { by: 'not-sending', until: '2026-11-21T09:00:08.000Z' },
      }),
    ]
    const vmId = trayVmId(1)
    const take = { do: 'checkpoint', vmId, reason: null }
    const show = (request: object): object => ({ do: 'show', request })
    const window = (id: string, label: string, request: object) => ({
      kind: 'action',
      id,
      label,
      refusal: null,
      action: show(request),
    })
    expect(
      trayMenuOf(trayFacts({ vms, operations, settings: { lastVmId: vmId, reasons: ['Why & how'] } })),
    ).toEqual([
      {
        kind: 'action',
        id: 'quick',
        label: 'Checkpoint VM1 · Production, or standard if the guest can’t make one',
        refusal: null,
        action: take,
      },
      { kind: 'separator' },
      {
        kind: 'menu',
        id: `machine ${vmId}`,
        label: 'VM1 · Running · Not known yet · no checkpoint',
        entries: [
          { kind: 'words', label: 'Production, or standard if the guest can’t make one' },
          { kind: 'action', id: `checkpoint ${vmId}`, label: 'Checkpoint Now', refusal: null, action: take },
          {
            kind: 'menu',
            id: `reasons ${vmId}`,
            label: 'Checkpoint With a Reason',
            entries: [
              {
                kind: 'action',
                id: `reason 0 ${vmId}`,
                label: 'Why & how',
                refusal: null,
                action: { do: 'checkpoint', vmId, reason: 'Why & how' },
              },
            ],
          },
          window(`named ${vmId}`, 'Checkpoint…', { what: 'checkpoint-named', vmId }),
          { kind: 'separator' },
          {
            ...window(`revert ${vmId}`, 'Revert…', { what: 'revert', vmId }),
            refusal: 'VM1 has no checkpoint to go back to.',
          },
          window(`open ${vmId}`, 'Open in Savepoint', { what: 'window', vmId }),
        ],
      },
      { kind: 'separator' },
      {
        kind: 'action',
        id: `undo ${exampleOperationId(1)}`,
        label: 'Undo: Delete “Before updates” of WIN11-TEST',
        refusal: null,
        action: { do: 'undo', operationId: exampleOperationId(1) },
      },
      { kind: 'separator' },
      window('health', 'Health: nothing needs a look', { what: 'health' }),
      { kind: 'separator' },
      window('open', 'Open Savepoint', { what: 'window', vmId: null }),
      window('settings', 'Settings…', { what: 'settings' }),
      { kind: 'action', id: 'quit', label: 'Quit Savepoint', refusal: null, action: { do: 'quit' } },
    ])
  })
})
