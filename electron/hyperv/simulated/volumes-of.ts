import type { Volume } from '#contract/readiness'
import type { Simulation } from './simulation.ts'
import { isOnVolume } from './storage.ts'

/** Those that the paths are on, each once and by its root. Of a share nobody says how large it is. */
export function volumesOf(simulation: Pick<Simulation, 'volumes'>, paths: readonly string[]): Volume[] {
  const local = simulation.volumes().filter(({ root }) => paths.some((path) => isOnVolume(path, root)))
  const shares = new Set(paths.map(shareOf).filter((root) => root !== null))
  const remote = [...shares].map((root) => ({ root, size: null, free: null }))
  return [...local, ...remote].sort((a, b) => (a.root < b.root ? -1 : 1))
}

function shareOf(path: string): string | null {
  const [, root] = /^(\\\\[^\\]+\\[^\\]+)/.exec(path) ?? []
  return root === undefined ? null : `${root}\\`
}
