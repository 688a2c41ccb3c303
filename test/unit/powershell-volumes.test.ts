import { describe, expect, it } from 'vitest'
import { volumesOfPaths } from '../../electron/hyperv/powershell/volumes-of-paths.ts'

const known = [
  { root: '\\\\?\\Volume{5b1f}\\', size: 500, free: 1 },
  { root: 'D:\\', size: 7_000, free: 700 },
  { root: 'C:\\', size: 1_000, free: 100 },
  { root: 'C:\\Mounted\\Fast\\', size: 3_000, free: 300 },
  { root: 'C:\\ClusterStorage\\Volume1\\', size: 9_000, free: 900 },
  { root: '', size: 1, free: 1 },
  { root: 'F:\\', size: null, free: null },
]
const rootsOf = (...paths: string[]): readonly string[] =>
  volumesOfPaths(paths, known).map(({ root }) => root)

describe('The volumes that paths are on', () => {
  it('are those whose roots they begin with, each once, in the order of their roots', () => {
    expect(volumesOfPaths(['D:\\VMs\\A.vhdx', 'd:\\VMs\\B.vhdx', 'C:\\A.vhdx'], known)).toEqual([
      { root: 'C:\\', size: 1_000, free: 100 },
      { root: 'D:\\', size: 7_000, free: 700 },
    ])
  })

  it.each([
    ['a folder that another is mounted in', 'C:\\Mounted\\Fast\\A.vhdx', 'C:\\Mounted\\Fast\\'],
    ['a folder called nearly like it', 'C:\\Mounted\\Faster\\A.vhdx', 'C:\\'],
    ['a volume of a cluster', 'c:\\clusterstorage\\volume1\\A.vhdx', 'C:\\ClusterStorage\\Volume1\\'],
    ['a path that may be long', '\\\\?\\D:\\VMs\\A.vhdx', 'D:\\'],
    ['a volume without a letter', '\\\\?\\Volume{5B1F}\\A.vhdx', '\\\\?\\Volume{5b1f}\\'],
  ])('are the longest that fit: %s', (_what, path, root) => {
    expect(rootsOf(path)).toEqual([root])
  })

  it.each([
    ['a share', '\\\\nas\\vms\\A\\A.vhdx', '\\\\nas\\vms\\'],
    ['a share, written long', '\\\\?\\UNC\\nas\\vms\\A.vhdx', '\\\\nas\\vms\\'],
    ['a drive that the host does not list', 'X:\\A.vhdx', 'X:\\'],
    [
      'a volume of a cluster that it does not list',
      'C:\\ClusterStorage\\Two\\A.vhdx',
      'C:\\ClusterStorage\\Two\\',
    ],
    ['a drive with nothing in it', 'F:\\A.vhdx', 'F:\\'],
  ])('have no size where nobody tells it: %s', (_what, path, root) => {
    expect(volumesOfPaths([path], known)).toEqual([{ root, size: null, free: null }])
  })

  it('are none of what is no path', () => {
    expect(rootsOf('', 'A.vhdx', '/home/a.vhdx')).toEqual([])
  })
})
