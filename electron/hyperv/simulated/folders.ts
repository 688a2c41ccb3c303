import type { SimulatedFolder } from './simulation.ts'

/** The drives and folders of the simulated host. */
export interface Folders {
  readonly drives: () => readonly string[]
  readonly get: (path: string) => SimulatedFolder | undefined
  /** With every folder above it that is not there yet. */
  readonly make: (path: string) => void
}

/** Letters are the same in either case and both slashes separate, as Windows has it. */
export function createFolders(): Folders {
  const known = new Map<string, Known>()

  const get = (path: string): SimulatedFolder | undefined => {
    const folder = known.get(keyOf(path))
    if (folder === undefined) return undefined
    const key = keyOf(path)
    const children = [...known.values()].filter((each) => each.parentKey === key)
    return { path: folder.path, isWritable: folder.isWritable, folders: children.map((each) => each.name) }
  }
  const make = (path: string, isWritable = true): void => {
    const key = keyOf(path)
    if (known.has(key) || key === '') return
    const parent = parentOf(path)
    if (parent !== null) make(parent)
    known.set(key, {
      path: tidy(path),
      name: tidy(path).slice(parent === null ? 0 : tidy(parent).replace(/\\$/, '').length + 1),
      parentKey: parent === null ? null : keyOf(parent),
      isWritable,
    })
  }
  for (const [path, isWritable] of firstFolders) make(path, isWritable)
  return {
    drives: () => [...known.values()].map((each) => each.path).filter((path) => drive.test(path)),
    get,
    make: (path) => {
      make(path)
    },
  }
}

interface Known {
  readonly path: string
  readonly name: string
  readonly parentKey: string | null
  readonly isWritable: boolean
}

const firstFolders: readonly (readonly [string, boolean])[] = [
  ['C:\\', false],
  ['C:\\ProgramData\\Microsoft\\Windows\\Hyper-V', true],
  ['C:\\Users\\Public\\Documents', true],
  ['C:\\Windows', false],
  ['C:\\Windows\\System32', false],
  ['D:\\', true],
  ['D:\\Hyper-V\\Virtual Machines', true],
  ['D:\\Hyper-V\\Virtual Hard Disks', true],
  ['D:\\Hyper-V\\Checkpoints', true],
  ['D:\\Exports', true],
  ['D:\\Exports\\Before the move', true],
  ['D:\\ISO', true],
  ['E:\\', true],
  ['E:\\Archive', true],
  ['E:\\Archive\\2025 – Umzug & Übergabe', true],
  ['E:\\Archive\\Read only', false],
  ['E:\\Exports', true],
]

const drive = /^[a-z]:\\$/i

function tidy(path: string): string {
  const backslashed = path.replaceAll('/', '\\').replace(/\\+$/, '')
  return /^[a-z]:$/i.test(backslashed) ? `${backslashed}\\` : backslashed
}

function keyOf(path: string): string {
  return tidy(path).toLowerCase()
}

function parentOf(path: string): string | null {
  const whole = tidy(path)
  if (drive.test(whole)) return null
  const end = whole.lastIndexOf('\\')
  return end <= 0 ? null : tidy(whole.slice(0, end))
}
