import { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Input, OperationName, Output } from '#contract/operations'
import { compose, type ComposedApp } from '../../electron/compose.ts'
import { parseStartOptions } from '../../electron/start-options.ts'
import { inAscii } from '../../electron/hyperv/powershell/request-line.ts'
import { largeHost, vmAnswer } from '../bench/large-host.ts'
import { openHandles } from '../bench/open-handles.ts'
import { benchEnvironment, benchShell } from '../bench/peers/bench-child.ts'

export interface SoakedApp extends Pick<ComposedApp, 'subscribe' | 'close'> {
  /** Throws where the reply is a failure. */
  readonly call: <K extends OperationName>(name: K, input: Input<K>) => Promise<Output<K>>
}

const machines = 3

/** The whole app as it is started, with its journal, its records and its log, over the shell of the benchmark. */
export async function openSoakedApp(data: string): Promise<SoakedApp> {
  const parts = join(data, 'parts.jsonl')
  const answers = join(data, 'answers.json')
  const vms = Array.from({ length: machines }, (_, index) => inAscii(JSON.stringify(vmAnswer(index))))
  writeFileSync(parts, `${vms.join('\n')}\n`)
  writeFileSync(
    answers,
    JSON.stringify({
      'read-vm': inAscii(JSON.stringify(vmAnswer(0))),
      readiness: inAscii(JSON.stringify(readiness)),
    }),
  )
  const spoken = benchEnvironment('lines', { BENCH_PARTS: parts, BENCH_ANSWERS: answers })
  Object.assign(process.env, spoken, { SAVEPOINT_DATA: data })
  const { dispatch, subscribe, close } = compose(parseStartOptions(['--powershell', benchShell]))
  const call: SoakedApp['call'] = async (name, input) => {
    const reply = await dispatch(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`)
    return reply.value as never
  }
  await call('host.refresh', {})
  await untilItListens()
  return { call, subscribe, close }
}

/** The PowerShell that listens is started a little after the one that reads. */
async function untilItListens(): Promise<void> {
  const started = (): number => openHandles().filter((handle) => handle instanceof ChildProcess).length
  while (started() < 2) await setTimeout(50)
}

/** As readiness.ps1 prints it, a kilobyte of it. */
const readiness = {
  service: { isThere: true, isEnabled: true, status: 2 },
  disks: Array.from({ length: 10 }, (_, index) => ({
    path: `D:\\Hyper-V\\Virtual Hard Disks\\SHOP-0000 data ${String(index)}.vhdx`,
    diskNumber: null,
    isShared: false,
  })),
  hasGpuPartition: false,
  isClustered: false,
  location: 'D:\\Hyper-V\\Checkpoints',
  volumes: [{ root: 'D:\\', size: 2_000_000_000_000, free: largeHost.vms * 1_000_000_000 }],
}
