import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { Bridge } from '#contract/bridge'
import type { AppEvent } from '#contract/events'
import type { HostStatus, Vm } from '#contract/model'
import App from '../../../renderer/App.vue'
import { refresh } from '../../../renderer/follow-host.ts'
import { countUpdates, type Updates } from './count-updates.ts'
import { largeCosts } from './large-costs.ts'
import { largeTree } from './large-tree.ts'
import { nextPaint } from './painted.ts'

const mostMachines = 1_024
const checkpoints = 50
const updates = countUpdates()
/** The answers as they lie with the host, and how it tells of a change. */
let list = new Map<string, string>()
let tell: (event: AppEvent) => void = () => undefined

/** The whole window on the largest host there can be, or a smaller one; each answer is parsed as it comes. Answers how many characters its list has. */
export async function openLoadedWindow(machines = mostMachines): Promise<number> {
  list = new Map(listOf(machines).map((vm) => [vm.id, JSON.stringify(vm)]))
  Object.defineProperty(window, 'bridge', { value: bridge, configurable: true })
  createApp(App).use(createPinia()).mixin(updates.mixin).mount('#app')
  await refresh()
  await nextPaint()
  return [...list.values()].join().length
}

/** The host tells that a checkpoint of one machine has another name. Answers what was drawn again. */
export async function changeOne(machine: number): Promise<Updates> {
  const [id, before] = [...list][machine] ?? []
  if (id === undefined || before === undefined) throw new Error('There is no such machine.')
  const vm = JSON.parse(before) as Vm
  const [first, ...others] = vm.checkpoints
  if (first === undefined) throw new Error('It has no checkpoint.')
  const changed = { ...vm, checkpoints: [{ ...first, name: 'Renamed meanwhile' }, ...others] }
  list.set(id, JSON.stringify(changed))
  await nextPaint()
  updates.take()
  tell({ name: 'vm.changed', payload: changed })
  await nextPaint()
  await nextPaint()
  return updates.take()
}

const bridge: Bridge = {
  call: async (name, input) => {
    // An answer is never there at once.
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (name === 'host.status' || name === 'host.refresh') return { ok: true, value: host }
    if (name === 'operation.list' || name === 'record.list') return { ok: true, value: [] }
    if (name === 'vm.ids') return { ok: true, value: [...list.keys()] }
    if (name === 'vm.list') {
      const { vmIds } = input as { readonly vmIds: readonly string[] }
      return { ok: true, value: JSON.parse(`[${vmIds.map((id) => list.get(id)).join()}]`) as unknown }
    }
    if (name === 'host.storage') return { ok: true, value: { volumes: [], leftBehind: [] } }
    if (name === 'vm.costs') {
      const { vmId } = input as { readonly vmId: string }
      return { ok: true, value: largeCosts(JSON.parse(list.get(vmId) ?? '') as Vm) }
    }
    // What is asked besides is not what is measured.
    return new Promise(() => undefined)
  },
  listen: (onEvent, onLinked) => {
    tell = onEvent
    onLinked()
    return () => undefined
  },
}

function listOf(machines: number): readonly { readonly id: string }[] {
  const { checkpoints: past, ...machine } = largeTree(checkpoints + 1)
  return Array.from({ length: machines }, (_, index) => {
    const id = `5a7e0002-0000-4e5a-9b02-${index.toString(16).padStart(12, '0')}`
    const name = `SHOP-${String(index).padStart(4, '0')}`
    return { ...machine, id, name, checkpoints: past.map((each) => ({ ...each, vmId: id })) }
  })
}

const host: HostStatus = {
  kind: 'hyper-v',
  name: 'HV-LARGE',
  connection: 'live',
  problem: null,
  description: 'Windows PowerShell 5.1',
  demoReason: null,
  pathStyle: 'windows',
  readAt: '2026-11-21T10:00:00Z',
}
