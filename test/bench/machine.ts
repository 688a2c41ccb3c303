import { cpus, loadavg, release, totalmem } from 'node:os'

/** What it was measured on; no number means anything without it. */
export function machineLine(): string {
  const [first, ...more] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return [
    `${process.platform} ${release()} ${process.arch}`,
    `${String(more.length + 1)} × ${first?.model.trim() ?? 'processor'}`,
    `${String(memory)} GB`,
    `Node ${process.versions.node}`,
    `load ${load} at the start`,
  ].join(' · ')
}
