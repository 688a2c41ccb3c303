import { readdir } from 'node:fs/promises'
import { whatIsLeft, type WhatIsLeft } from '../bench/what-is-left.ts'
import { processesOn } from '../e2e/processes-on.ts'

/** What this program holds at a moment at which nothing is under way. */
export interface Holdings extends WhatIsLeft {
  /** Open files, pipes and sockets. */
  readonly files: number
  /** Processes that it started, and theirs. */
  readonly processes: number
}

/** Files and processes are counted where both are files, and 0 elsewhere. */
export async function holdings(data: string): Promise<Holdings> {
  const files = await readdir('/proc/self/fd').catch(() => [])
  return { ...whatIsLeft(), files: files.length, processes: await startedOn(data) }
}

async function startedOn(data: string): Promise<number> {
  if (process.platform !== 'linux') return 0
  return (await processesOn(data)).length
}

const mostHeap = 1.05

/** What has grown in a way that it must not; empty where all is as it was. */
export function growth(warm: Holdings, end: Holdings): readonly string[] {
  const counts = (['handles', 'listeners', 'files', 'processes'] as const).filter(
    (name) => end[name] > warm[name],
  )
  return [
    ...(end.heap > warm.heap * mostHeap ? ['heap'] : []),
    ...counts.map((name) => `${name} (${String(warm[name])} → ${String(end[name])})`),
  ]
}

export function textOf({ heap, handles, listeners, files, processes }: Holdings): string {
  return `heap ${heap.toFixed(2)} MB, handles ${String(handles)}, listeners ${String(listeners)}, files ${String(files)}, processes ${String(processes)}`
}
