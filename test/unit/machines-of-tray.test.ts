import { describe, expect, it } from 'vitest'
import { trayMachines } from '#contract/tray-machines'
import { exampleReadiness } from '../support/example-readiness.ts'
import { exampleStatus, trayFacts, trayVm, trayVmId } from '../support/example-tray.ts'
import { exampleCheckpoint } from '../support/example-vm.ts'

describe('The machines of the tray', () => {
  it('are the favourites in the order that was set, and then the others by name', () => {
    const vms = [trayVm(10), trayVm(2), trayVm(1), trayVm(3), trayVm(4, { name: 'another' })]
    const favourites = [trayVmId(3), trayVmId(9), trayVmId(1)]
    const machines = trayMachines(trayFacts({ vms, settings: { favourites } }))
    expect(machines.map(({ vm, isFavourite }) => [vm.name, isFavourite])).toEqual([
      ['VM3', true],
      ['VM1', true],
      ['another', false],
      ['VM2', false],
      ['VM10', false],
    ])
  })

  it('each have what a checkpoint will be, as far as the guest is known, and the age of the newest', () => {
    const known = trayVm(1, {
      checkpoints: [
        exampleCheckpoint(1, { createdAt: '2026-11-18T08:00:00.000Z' }),
        exampleCheckpoint(2, { createdAt: null }),
      ],
    })
    const open = trayVm(2)
    const readiness = new Map([[known.id, exampleReadiness({ backupService: 'silent' })]])
    expect(trayMachines(trayFacts({ vms: [known, open], readiness }))).toEqual([
      {
        vm: known,
        isFavourite: false,
        verdict: { kind: 'standard', why: 'service-silent' },
        newest: '3 days ago',
        refusal: null,
      },
      {
        vm: open,
        isFavourite: false,
        verdict: { kind: 'open', otherwise: 'standard' },
        newest: null,
        refusal: null,
      },
    ])
  })

  const off = trayVm(1, { state: 'Off' })
  const starting = trayVm(1, { state: 'Starting' })
  const lost = { code: 'service-stopped', message: 'The service is stopped. Start it.' } as const
  const connecting = 'Savepoint is still connecting to Hyper-V. Try again in a moment.'

  it.each([
    ['nothing where one can be taken', off, exampleStatus(), null],
    [
      'what the rules say',
      starting,
      exampleStatus(),
      'VM1 is starting. A checkpoint can be taken when it is running, paused, saved or off.',
    ],
    ['that the host is not heard of yet', off, null, connecting],
    [
      'that the host is being connected to',
      starting,
      exampleStatus({ connection: 'connecting' }),
      connecting,
    ],
    ['why the host is lost', off, exampleStatus({ connection: 'lost', problem: lost }), lost.message],
    ['that the host is lost', off, exampleStatus({ connection: 'lost' }), 'HYPERV01 can’t be reached.'],
  ])('say %s', (_, vm, status, message) => {
    const [machine] = trayMachines(trayFacts({ vms: [vm], status }))
    expect(machine?.refusal?.message ?? null).toBe(message)
  })
})
