import { describe, expect, it } from 'vitest'
import { sizeOfCheckpoint } from '../../renderer/details/checkpoint-size.ts'
import { fileName } from '../../renderer/details/file-name.ts'
import { totalOf } from '../../renderer/details/file-rows.ts'
import { rgbaOf } from '../../renderer/details/rgb565.ts'
import { fileSize } from '../../renderer/format.ts'
import {
  exampleCheckpointDetails,
  exampleDisk,
  exampleHardware,
  exampleThumbnail,
} from './support/example-details.ts'
import { checkpointId } from './support/examples.ts'

const gigabyte = 1_073_741_824

describe('what files take', () => {
  it.each([
    [0, '0 KB'],
    [1, '1 KB'],
    [32_768, '32 KB'],
    [1_048_576, '1 MB'],
    [536_870_912, '512 MB'],
    [1.26 * gigabyte, '1.3 GB'],
    [9.96 * gigabyte, '10 GB'],
    [127 * gigabyte, '127 GB'],
    [1_536 * gigabyte, '1.5 TB'],
  ])('%d bytes are %s', (bytes, written) => {
    expect(fileSize(bytes)).toBe(written)
  })

  it('is counted once for a file that stands in two chains', () => {
    const file = { path: 'D:\\A.vhdx', size: gigabyte }
    expect(totalOf([file, { ...file, path: 'd:\\a.VHDX' }])).toBe('1 file, 1 GB in all')
  })

  it('is a lower bound where one of them can’t be read', () => {
    expect(
      totalOf([
        { path: 'A', size: gigabyte },
        { path: 'B', size: null },
      ]),
    ).toBe('2 files, at least 1 GB in all')
  })

  it('of a checkpoint is its own disk file with its saved state, and never the disk that it stands on', () => {
    expect(sizeOfCheckpoint(exampleCheckpointDetails(checkpointId(2)))).toBe('9 GB (disks 1 GB, state 8 GB)')
  })

  it('of a first checkpoint has nothing of the base disk in it, which is there without it too', () => {
    expect(sizeOfCheckpoint(exampleCheckpointDetails(checkpointId(1)))).toBe('8 GB, beside its base disk')
  })

  it('of a checkpoint with one disk on its base and one that is not tells of both', () => {
    const disks = [exampleDisk(['A.avhdx', 'A.vhdx']), exampleDisk(['B.vhdx'])]
    const details = exampleCheckpointDetails(checkpointId(1), { hardware: exampleHardware({ disks }) })
    expect(sizeOfCheckpoint(details)).toBe('9 GB (disks 1 GB, state 8 GB), beside its base disk')
  })
})

describe('a path', () => {
  it.each([
    ['D:\\VMs\\A.vhdx', 'A.vhdx', 'D:\\VMs'],
    ['\\\\server\\share\\A.vhdx', 'A.vhdx', '\\\\server\\share'],
    ['/var/A.vhdx', 'A.vhdx', '/var'],
    ['A.vhdx', 'A.vhdx', ''],
  ])('%s is %s in %s', (path, name, folder) => {
    expect(fileName(path)).toEqual({ name, folder })
  })
})

describe('a picture of a screen', () => {
  it('is turned into the colours that it has', () => {
    expect([...(rgbaOf(exampleThumbnail) ?? [])]).toEqual([
      ...[255, 0, 0, 255],
      ...[0, 255, 0, 255],
      ...[0, 0, 255, 255],
      ...[255, 255, 255, 255],
    ])
  })

  it('is none where bytes are missing', () => {
    expect(rgbaOf({ ...exampleThumbnail, height: 3 })).toBeNull()
  })
})
