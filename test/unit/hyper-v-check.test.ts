import { describe, expect, it } from 'vitest'
import { type Vm, VmId } from '#contract/model'
import { checkOptions } from '../hyper-v/check-options.ts'
import { chooseMachine } from '../hyper-v/choose-machine.ts'
import { takeSteps } from '../hyper-v/take-steps.ts'
import { exampleCheckpoint, exampleVm } from '../support/example-vm.ts'

describe('The check of a real host', () => {
  it.each([
    ['no machine is named', ['--disposable'], 'Name the virtual machine to work on'],
    ['the name is empty', ['--vm', ' ', '--disposable'], 'Name the virtual machine to work on'],
    ['nobody says that the machine may be worked on', ['--vm', 'DC01'], 'Say that nothing on it is needed'],
    ['an option is unknown', ['--vm', 'DC01', '--disposable', '--all'], "Unknown option '--all'"],
    ['machines are listed', ['--vm', 'DC01', '--disposable', 'WEB01'], 'does not take positional arguments'],
  ])('tries nothing where %s', (_why, parameters, sentence) => {
    expect(() => checkOptions(parameters)).toThrow(sentence)
  })

  it('takes a machine that is named and said to be disposable, and no other licence with it', () => {
    expect(checkOptions(['--vm', 'Scratch', '--disposable'])).toEqual({
      vm: 'Scratch',
      hasOwnCheckpoints: false,
      powershell: undefined,
      modulePath: undefined,
    })
  })

  const scratch = exampleVm({
    name: 'Scratch',
    id: VmId.parse('5a7e0005-1c0d-4e5a-9b01-000000000001'),
    state: 'Off',
  })
  const other = exampleVm({ name: 'Other [1]*', id: VmId.parse('5a7e0005-1c0d-4e5a-9b01-000000000002') })
  const choose = (asked: string, vms: readonly Vm[] = [scratch, other], hasOwnCheckpoints = false): string =>
    chooseMachine(vms, { vm: asked, hasOwnCheckpoints }).name

  it('finds the machine by its name or its Id, in any case of letters', () => {
    expect([choose('scratch'), choose(scratch.id.toUpperCase()), choose('Other [1]*')]).toEqual([
      'Scratch',
      'Scratch',
      'Other [1]*',
    ])
  })

  it.each(['*', 'Scr*', '', 'Scratch ', 'Other 1'])('takes “%s” for no pattern', (asked) => {
    expect(() => choose(asked)).toThrow(`There is no virtual machine “${asked}” here.`)
  })

  it('does not choose between two of that name', () => {
    const twin = { ...other, name: 'SCRATCH' }
    expect(() => choose('Scratch', [scratch, twin])).toThrow(`by its Id: ${scratch.id}, ${twin.id}.`)
    expect(choose(twin.id, [scratch, twin])).toBe('SCRATCH')
  })

  it('leaves a machine with checkpoints of its own alone, unless they are said to be there', () => {
    const used = { ...scratch, checkpoints: [exampleCheckpoint(1)] }
    expect(() => choose('Scratch', [used])).toThrow('Scratch has checkpoints of its own (1).')
    expect(choose('Scratch', [used], true)).toBe('Scratch')
  })

  it.each<[string, Partial<Vm>, string]>([
    ['replicated', { replication: 'Primary' }, 'Scratch is replicated.'],
    [
      'one that Hyper-V is busy with',
      { activity: { kind: 'exporting', percent: 3, job: null } },
      'Hyper-V is busy with Scratch.',
    ],
    ['critical', { isCritical: true }, 'Scratch'],
    ['starting', { state: 'Starting' }, 'Scratch is starting'],
    [
      'one without checkpoints',
      { policy: { ...scratch.policy, type: 'Disabled' } },
      'Checkpoints are turned off',
    ],
  ])('leaves a machine alone that is %s', (_what, change, sentence) => {
    expect(() => choose('Scratch', [{ ...scratch, ...change }])).toThrow(sentence)
  })

  it('does not go on after a step that failed, and says what failed', async () => {
    const said: string[] = []
    const steps = [
      { title: 'One', run: () => Promise.resolve('well') },
      { title: 'Two', run: () => Promise.reject(new Error('expected 1, and it is 2')) },
      { title: 'Three', run: () => Promise.resolve('never') },
    ]
    expect(await takeSteps(steps, (line) => said.push(line))).toBe(false)
    expect(said).toEqual(['✓ One: well', '✗ Two: expected 1, and it is 2'])
  })
})
