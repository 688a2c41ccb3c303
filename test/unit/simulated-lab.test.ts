import { describe, expect, it } from 'vitest'
import { checkpointKind } from '#contract/checkpoint-kind'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { labRecords } from '../../electron/hyperv/simulated/lab-records.ts'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { vmOf } from '../../electron/hyperv/simulated/vm-of.ts'
import { treeOf } from '../host/suite/workbench.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { openSimulatedMachine } from '../support/simulated-machine.ts'

const clock = createManualClock()
const lab = createLab(clock.now())
const simulation = createSimulation({ lab, clock })

describe('The lab', () => {
  it('holds what the contract can say, with every name as it was meant', () => {
    const vms = lab.map((vm) => vmOf(vm, simulation))
    expect(vms.map((vm) => vm.name)).toEqual(lab.map((vm) => vm.name))
    const names = vms.flatMap((vm) => [vm.name, ...vm.checkpoints.map((each) => each.name)])
    expect(names.filter((name) => name.length > 100)).toEqual([])
  })

  it('has machines in every state at rest, and checkpoints of every category but planned', () => {
    const vms = lab.map((vm) => vmOf(vm, simulation))
    const categories = vms.flatMap((vm) => vm.checkpoints.map((each) => each.category))
    expect([new Set(vms.map((vm) => vm.state)), new Set(categories)]).toEqual([
      new Set(['Running', 'Off', 'Saved', 'Paused']),
      new Set(['user', 'automatic', 'backup', 'replica', 'missing']),
    ])
  })

  it('shows a tree with branches', () => {
    expect(treeOf(vmOf(simulation.vm(labVmId.tester)!, simulation))).toEqual([
      'Clean install under –',
      'Office and tools installed under Clean install',
      'Automatic Checkpoint - WIN11-TEST under Clean install',
      'Before KB5049981 under Office and tools installed',
      'Now under Office and tools installed',
    ])
  })

  it('has the same Ids in every run', () => {
    const later = createLab(clock.now() + 86_400_000)
    const ids = (vms: typeof lab): unknown =>
      vms.map((vm) => [vm.id, vm.checkpoints.map((each) => each.id), vm.disks.map((disk) => disk.path)])
    expect(ids(later)).toEqual(ids(lab))
  })

  it('has a past whose Ids nothing gets that is taken later, though both are made from one seed', async () => {
    const id = '5a7e00aa-1c0d-4e5a-9b03-000000000007'
    const past = [{ take: 'Before', ago: 3_600_000 }]
    const { vm, take } = openSimulatedMachine({ id, past }, { seed: 7 })
    await take('After')
    const taken = vm().checkpoints
    expect([taken.length, new Set(taken.map((each) => each.id)).size]).toEqual([2, 2])
  })

  it('is known from the beginning of by records that agree with its checkpoints', () => {
    const records = labRecords(clock.now())
    const checkpoints = lab.flatMap((vm) => vm.checkpoints)
    const kinds = records.map((record) => {
      const { vmId, id } = checkpoints.find((each) => each.id === record.checkpointId)!
      const { checkpoints: told } = vmOf(simulation.vm(vmId)!, simulation)
      const checkpoint = told.find((each) => each.id === id)!
      return `${checkpointKind(checkpoint, record)}, ${record.purpose}`
    })
    expect([records.length, new Set(kinds)]).toEqual([
      49,
      new Set(['standard-fell-back, asked', 'standard-fell-back, before-revert', 'production, asked']),
    ])
  })

  it('has its past in order', () => {
    const created = lab.map((vm) => vm.checkpoints.map((each) => each.createdAt))
    expect(created).toEqual(created.map((each) => [...each].sort((a, b) => a - b)))
  })
})
