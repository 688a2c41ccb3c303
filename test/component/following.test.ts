import { createPinia, setActivePinia } from 'pinia'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VmId } from '#contract/model'
import { followHost } from '../../renderer/follow-host.ts'
import { plain } from '../../renderer/sentence.ts'
import { useHosts } from '../../renderer/stores/hosts.ts'
import { useNotices } from '../../renderer/stores/notices.ts'
import { useOperations } from '../../renderer/stores/operations.ts'
import { useVms } from '../../renderer/stores/vms.ts'
import { exampleOperation, exampleVm, host, vmId } from './support/examples.ts'
import { fakeBridge, type FakeBridge } from './support/fake-bridge.ts'
import { giveBridge } from './support/give-bridge.ts'

let bridge: FakeBridge
let stop: () => void

beforeEach(async () => {
  bridge = fakeBridge([exampleVm(1), exampleVm(2)])
  giveBridge(bridge)
  setActivePinia(createPinia())
  stop = followHost(() => undefined)
  bridge.link()
  await flushPromises()
})

afterEach(() => {
  stop()
})

function names(): readonly string[] {
  return [...useVms().byId.values()].map(({ name }) => name)
}

describe('following the host', () => {
  it('reads all when the link is made, and changes only what an event names', () => {
    const second = useVms().byId.get(vmId(2))
    bridge.emit({ name: 'vm.changed', payload: exampleVm(1, { name: 'Renamed' }) })
    bridge.emit({ name: 'vm.removed', payload: { vmId: vmId(3) } })
    expect({ names: names(), isUntouched: useVms().byId.get(vmId(2)) === second }).toEqual({
      names: ['Renamed', 'VM-2'],
      isUntouched: true,
    })
  })

  it('takes a repeated event for what it is, and one of a machine that is new', () => {
    const added = { name: 'vm.changed', payload: exampleVm(3) } as const
    bridge.emit(added)
    bridge.emit(added)
    bridge.emit({ name: 'vm.removed', payload: { vmId: vmId(1) } })
    bridge.emit({ name: 'vm.removed', payload: { vmId: vmId(1) } })
    expect(names()).toEqual(['VM-2', 'VM-3'])
  })

  it('reads all anew when the link is back, so that lost events do no harm', async () => {
    bridge.lose()
    bridge.hold({ vms: [exampleVm(2, { name: 'Changed while away' })] })
    const whileAway = useHosts().problem?.code
    bridge.link()
    await flushPromises()
    expect({ whileAway, now: useHosts().problem, names: names() }).toEqual({
      whileAway: 'host-lost',
      now: null,
      names: ['Changed while away'],
    })
  })

  it('keeps what the host said of itself while an older answer was still on its way', async () => {
    bridge.hold({ status: { ...host, connection: 'connecting' } })
    const answer = bridge.delay('host.status')
    bridge.link()
    const newer = { ...host, readAt: '2026-11-21T10:00:01Z' }
    bridge.emit({ name: 'host.changed', payload: newer })
    answer()
    await flushPromises()
    expect(useHosts().status).toEqual(newer)
  })

  it('keeps what an event said while an older list was still on its way', async () => {
    const answer = bridge.delay('vm.list')
    bridge.link()
    bridge.emit({ name: 'vm.changed', payload: exampleVm(1, { name: 'Newer' }) })
    bridge.emit({ name: 'vm.removed', payload: { vmId: vmId(2) } })
    bridge.emit({ name: 'vm.changed', payload: exampleVm(3) })
    answer()
    await flushPromises()
    expect(names()).toEqual(['Newer', 'VM-3'])
  })

  it('reads a large host in pieces, without the machines that go meanwhile', async () => {
    const vms = Array.from({ length: 70 }, (_, index) => exampleVm(index + 1))
    const pieces: number[] = []
    bridge.hold({ vms })
    bridge.answer('vm.list', ({ vmIds }: { readonly vmIds: readonly VmId[] }) => {
      pieces.push(vmIds.length)
      return vms.filter(({ id }) => vmIds.includes(id) && id !== vmId(69))
    })
    bridge.link()
    await flushPromises()
    expect({ pieces, count: names().length }).toEqual({ pieces: [32, 32, 6], count: 69 })
  })

  it('never takes a host that can’t be reached for an empty one', async () => {
    const problem = { code: 'service-stopped', message: 'Start it: Start-Service vmms' } as const
    bridge.hold({ vms: [], status: { ...host, connection: 'lost', problem } })
    bridge.link()
    await flushPromises()
    expect({ names: names(), problem: useHosts().problem }).toEqual({ names: ['VM-1', 'VM-2'], problem })
  })

  it('says that Savepoint was started again where the other side no longer knows this page', async () => {
    bridge.refuse('host.status', { code: 'untrusted', message: '' })
    bridge.lose()
    await flushPromises()
    expect([useHosts().link, useHosts().problem?.message]).toEqual([
      'refused',
      expect.stringMatching(/^Savepoint was started again since this page was opened/),
    ])
  })

  it('keeps figures apart from the machines, so that they change no row but their own', () => {
    const before = useVms().byId.get(vmId(1))
    const load = { cpuUsage: 50, memoryAssigned: 1, uptime: 2 }
    bridge.emit({ name: 'vm.load', payload: [{ vmId: vmId(1), load }] })
    expect({ load: useVms().loadOf(vmId(1)), isSame: useVms().byId.get(vmId(1)) === before }).toEqual({
      load,
      isSame: true,
    })
  })
})

describe('how an operation ends', () => {
  const failed = exampleOperation(1, {
    kind: 'apply-checkpoint',
    checkpointName: 'Clean install',
    state: 'failed',
    error: { code: 'busy', message: 'Something else is using it.', detail: '0x80070020' },
  })

  it('is told once as a notice where it failed, and stays dismissed when the event is repeated', () => {
    bridge.emit({ name: 'operation.changed', payload: exampleOperation(1) })
    bridge.emit({ name: 'operation.changed', payload: failed })
    const told = useNotices().notices.map(({ title, message, detail }) => [plain(title), message, detail])
    useNotices().dismiss(failed.id)
    bridge.emit({ name: 'operation.changed', payload: failed })
    expect({ told, afterwards: useNotices().notices }).toEqual({
      told: [['WIN11-TEST: Apply “Clean install”', 'Something else is using it.', '0x80070020']],
      afterwards: [],
    })
  })

  it('is told where it failed while the link was broken, and not where it is old news', async () => {
    bridge.emit({ name: 'operation.changed', payload: exampleOperation(1) })
    bridge.hold({ operations: [failed, exampleOperation(2, { state: 'failed' })] })
    bridge.link()
    await flushPromises()
    expect(useNotices().notices.map(({ id }) => id)).toEqual([failed.id])
  })

  it('is quiet where it went well, but for those who listen, who miss none of two at a time', () => {
    bridge.emit({ name: 'operation.changed', payload: exampleOperation(1, { state: 'done' }) })
    bridge.emit({ name: 'operation.changed', payload: exampleOperation(2, { state: 'done' }) })
    const { notices, announcements } = useNotices()
    expect([notices, announcements]).toEqual([
      [],
      [
        { id: 1, message: 'WIN11-TEST: Checkpoint created.' },
        { id: 2, message: 'WIN11-TEST: Checkpoint created.' },
      ],
    ])
  })

  it('is told as a warning where it went not quite as asked', () => {
    const remark = 'A standard checkpoint was made, since the guest could not make a production one.'
    bridge.emit({ name: 'operation.changed', payload: exampleOperation(1, { state: 'done', remark }) })
    expect(useNotices().notices.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', remark],
    ])
  })

  it('is not taken back by an answer that comes after its own end', async () => {
    bridge.answer('checkpoint.create', exampleOperation(1, { state: 'queued' }))
    const answer = bridge.delay('checkpoint.create')
    const sent = useOperations().send('checkpoint.create', { vmId: vmId(1) })
    bridge.emit({ name: 'operation.changed', payload: exampleOperation(1, { state: 'done' }) })
    answer()
    await sent
    expect(useOperations().underWay).toEqual([])
  })
})
