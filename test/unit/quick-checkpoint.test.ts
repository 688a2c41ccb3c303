import { describe, expect, it, onTestFinished } from 'vitest'
import type { Reply } from '#contract/errors'
import type { Operation } from '#contract/model'
import { trayMachines } from '#contract/tray-machines'
import { followApp } from '../../electron/core/follow-app.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'

const gone = '99999999-9999-4999-8999-999999999999' as Operation['vmId']

describe('A quick checkpoint', () => {
  it('is named and recorded as every other, with why and who', async () => {
    const { app, vmId } = await open()
    const operation = await app.finish('checkpoint.quick', { vmId, reason: 'Before updates' })
    const [checkpoint] = (await app.vm(vmId)).checkpoints
    expect([operation.state, operation.checkpointId, operation.checkpointName]).toEqual([
      'done',
      checkpoint?.id,
      checkpoint?.name,
    ])
    expect(checkpoint?.name).toMatch(/^Before updates - Spare running 1 - \(.+ - .+\)$/)
    expect(await app.call('record.list', {})).toMatchObject([
      { checkpointId: checkpoint?.id, reason: 'Before updates', by: 'anna', purpose: 'asked' },
    ])
  })

  it('without a reason is named by Hyper-V itself where the template is Hyper-V’s own', async () => {
    const { app, vmId } = await open()
    const { checkpointName } = await app.finish('checkpoint.quick', { vmId })
    expect([checkpointName, (await app.vm(vmId)).checkpoints[0]?.name]).toEqual([
      expect.stringMatching(/^Spare running 1 - \(/),
      checkpointName,
    ])
  })

  it('has its reason where the template says so', async () => {
    const { app, vmId } = await open()
    await app.call('settings.change', { nameTemplate: 'Quick ({reason}) of {vm}' })
    const { checkpointName } = await app.finish('checkpoint.quick', { vmId, reason: ' two\nlines ' })
    expect(checkpointName).toBe('Quick (two lines) of Spare running 1')
  })

  it('makes its machine the last one, and is told of', async () => {
    const { app, vmId } = await open()
    await app.finish('checkpoint.quick', { vmId })
    const told = app.events.flatMap((event) =>
      event.name === 'settings.changed' ? event.payload.settings.lastVmId : [],
    )
    expect(told).toEqual([vmId])
    await app.finish('checkpoint.quick', { vmId })
    expect((await app.call('settings.read', {})).settings.lastVmId).toBe(vmId)
    expect(app.events.filter(({ name }) => name === 'settings.changed')).toHaveLength(1)
  })

  it.each(['disabled', 'replica', 'atLimit'] as const)(
    'of a machine that can’t have one (%s) is refused with the reason, and changes neither it nor the last machine',
    async (role) => {
      const { app } = await open()
      const vmId = app.lab.role[role]
      const before = await app.vm(vmId)
      const failure = await failureOf(app, vmId)
      const { lastVmId } = (await app.call('settings.read', {})).settings
      expect([failure?.message.includes(before.name), (await app.vm(vmId)).checkpoints, lastVmId]).toEqual([
        true,
        before.checkpoints,
        null,
      ])
    },
  )

  it('that the guest turns out not to allow fails with the reason, and takes none', async () => {
    const { app } = await open()
    const vmId = app.lab.role.gpu
    const failure = await failureOf(app, vmId)
    const { name, checkpoints } = await app.vm(vmId)
    expect([failure?.message, checkpoints]).toEqual([
      `${name} has a GPU partition, and Hyper-V takes no checkpoint of such a machine. Remove the partition first.`,
      [],
    ])
  })

  it('of a last machine that is gone says so, and not only “this”', async () => {
    const { app } = await open()
    expect(await failureOf(app, gone)).toEqual({
      code: 'vm-not-found',
      message: 'This virtual machine is no longer on the host.',
    })
    await app.call('settings.change', { lastVmId: gone })
    expect(await failureOf(app, gone)).toEqual({
      code: 'vm-not-found',
      message:
        'The virtual machine that the last checkpoint was taken of is no longer on this host. Choose another one.',
    })
  })

  it.each([undefined, 'Before updates'])(
    'asked for twice in a row is taken once (reason: %s)',
    async (reason) => {
      const { app, vmId } = await open()
      await app.call('settings.change', { nameTemplate: '{vm} {time}' })
      const first = await app.call('checkpoint.quick', { vmId, reason })
      await app.clock.advance(1_100)
      const second = await app.call('checkpoint.quick', { vmId, reason })
      await app.clock.advance(60_000)
      expect([second.id, (await app.vm(vmId)).checkpoints.length]).toEqual([first.id, 1])
    },
  )

  it('for another reason is another one', async () => {
    const { app, vmId } = await open()
    const first = await app.call('checkpoint.quick', { vmId, reason: 'Before updates' })
    const second = await app.finish('checkpoint.quick', { vmId, reason: 'Before an installation' })
    expect([second.id === first.id, (await app.vm(vmId)).checkpoints.length]).toEqual([false, 2])
  })
})

describe('What the tray says of a machine', () => {
  it('is what becomes of a quick checkpoint of it, for every machine of the lab', async () => {
    const { app } = await open()
    const follower = followApp(app, app.clock, () => undefined)
    onTestFinished(follower.close)
    const vms = await app.call('vm.list', {})
    await app.clock.settle(follower.readReadiness(vms.map(({ id }) => id)))
    const said: (readonly string[])[] = []
    const became: (readonly string[])[] = []
    for (const { vm, verdict, refusal } of trayMachines(follower.facts())) {
      said.push([vm.name, refusal?.message ?? kindSaid[verdict.kind]])
      became.push([vm.name, await becomes(app, vm.id)])
    }
    expect([vms.length > 80, said]).toEqual([true, became])
  })
})

/** By whether memory came: of a machine that is off, and in production, none does. */
const kindSaid = {
  production: 'disks',
  offline: 'disks',
  standard: 'memory',
  open: 'open',
  refused: 'refused',
}

async function becomes(app: AppOnLab, vmId: Operation['vmId']): Promise<string> {
  const failure = await failureOf(app, vmId)
  if (failure !== null) return failure.message
  const newest = (await app.vm(vmId)).checkpoints.at(-1)
  return newest?.isSaved === true ? 'memory' : 'disks'
}

async function open() {
  const app = await openAppOnLab()
  onTestFinished(app.close)
  return { app, vmId: app.lab.spare('running')[0]! }
}

/** Why it was refused at once, or failed in the end. */
async function failureOf(app: AppOnLab, vmId: Operation['vmId']): Promise<Operation['error']> {
  const reply = (await app.clock.settle(app.dispatch('checkpoint.quick', { vmId }))) as Reply<Operation>
  if (!reply.ok) return reply.error
  await app.clock.advance(60_000)
  return (await app.call('operation.list', {})).find(({ id }) => id === reply.value.id)?.error ?? null
}
