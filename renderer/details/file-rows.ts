import type { Disk, DiskFile } from '#contract/machine-details'
import { fileSize } from '../format.ts'
import { text } from '../text.ts'
import { fileName } from './file-name.ts'

/** A file as the Disks tab shows it. */
export interface FileRow {
  readonly path: string
  readonly name: string
  readonly folder: string
  readonly size: string
  /** Whose it is, in words; null where that is no question. */
  readonly keptBy: string | null
  /** Whether it takes what the machine writes. */
  readonly isGrowing: boolean
}

/** A disk and its chain. */
export interface DiskRows {
  readonly place: string
  readonly capacity: string
  /** Why it has no files to show, or what else is to be known of it; null where there is nothing. */
  readonly remark: string | null
  readonly files: readonly FileRow[]
}

/** The chain of each disk. `keeperOf` says whose a file is; `hasNow` where the first of each chain is being written. */
export function diskRows(
  disks: readonly Disk[],
  keeperOf: (path: string, isBase: boolean) => string,
  hasNow: boolean,
): readonly DiskRows[] {
  return disks.map((disk) => ({
    place: diskPlace(disk),
    capacity: disk.capacity === null ? '' : text.details.disks.capacity(fileSize(disk.capacity)),
    remark: remarkOn(disk),
    files: disk.chain.map((file, index) => {
      const isGrowing = hasNow && index === 0
      const keeper = keeperOf(file.path, index === disk.chain.length - 1)
      return { ...fileRow(file), isGrowing, keptBy: isGrowing ? text.details.disks.now : keeper }
    }),
  }))
}

export function fileRow(file: DiskFile): FileRow {
  return {
    path: file.path,
    ...fileName(file.path),
    size: file.size === null ? text.unknown : fileSize(file.size),
    keptBy: null,
    isGrowing: false,
  }
}

export function diskPlace({ controllerType, controllerNumber, controllerLocation }: Disk): string {
  const words = text.details.disks
  return words.place(words.controllers[controllerType], controllerNumber, controllerLocation)
}

/** "4 files, 31.2 GB in all", each file once. Null where there are none. */
export function totalOf(files: readonly DiskFile[]): string | null {
  const each = [...new Map(files.map((file) => [file.path.toLowerCase(), file])).values()]
  return each.length === 0 ? null : text.details.disks.total(each.length, sumOf(each))
}

/** What the files take; "at least …" where the size of one can't be read. */
export function sumOf(files: readonly DiskFile[]): string {
  const sum = fileSize(files.reduce((bytes, { size }) => bytes + (size ?? 0), 0))
  return files.some(({ size }) => size === null) ? text.details.disks.atLeast(sum) : sum
}

function remarkOn({ diskNumber, isShared }: Disk): string | null {
  const words = text.details.disks
  if (diskNumber !== null) return words.passThrough(diskNumber)
  return isShared ? words.shared : null
}
