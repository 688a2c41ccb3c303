import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { Bridge } from '#contract/bridge'
import type { HostStatus, Vm } from '#contract/model'
import App from '../../../renderer/App.vue'
import { refresh } from '../../../renderer/follow-host.ts'
import { largeCosts } from './large-costs.ts'
import { largeTree } from './large-tree.ts'
import { nextPaint } from './painted.ts'

const machines = 1_024
const checkpoints = 50

/** The whole window on the largest host there can be; each answer is parsed as it comes. Answers how many characters its list has. */
export async function openLoadedWindow(): Promise<number> {
  const list = new Map(listOf().map((vm) => [vm.id, JSON.stringify(vm)]))
  Object.defineProperty(window, 'bridge', { value: bridgeOver(list), configurable: true })
  createApp(App).use(createPinia()).mount('#app')
  await refresh()
  await nextPaint()
  return [...list.values()].join().length
}

function bridgeOver(list: ReadonlyMap<string, string>): Bridge {
  return {
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
    listen: (_onEvent, onLinked) => {
      onLinked()
      return () => undefined
    },
  }
}

function listOf(): readonly { readonly id: string }[] {
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
