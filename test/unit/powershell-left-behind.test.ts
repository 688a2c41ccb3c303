import { expect, it } from 'vitest'
import { leftBehindOf, type UsedFile } from '../../electron/hyperv/powershell/left-behind-of.ts'

const folder = 'D:\\Disks\\'
const read = (path: string): UsedFile => ({ path, isRead: true })
const unread = (path: string): UsedFile => ({ path, isRead: false })
const inUse = [read(`${folder}WEB_1.avhdx`), read(`${folder}WEB.vhdx`)]
/** The names in one folder that are said to be nobody's, where these are found there. */
const left = (used: readonly UsedFile[], ...names: string[]): readonly string[] =>
  leftBehindOf(
    used,
    names.map((name) => ({ path: name.includes('\\') ? name : folder + name, size: 1 })),
  ).map(({ path }) => path.replace(folder, ''))

it('What nobody uses is left behind, in the order of its path, and with its size', () => {
  const size = 4_096
  const found = ['OLD_2.avhdx', 'OLD_1.avhd'].map((name) => ({ path: folder + name, size }))
  expect(leftBehindOf(inUse, found)).toEqual([
    { path: `${folder}OLD_1.avhd`, size },
    { path: `${folder}OLD_2.avhdx`, size },
  ])
})

it.each([
  ['is used, whatever the case of its letters', inUse, 'web_1.AVHDX'],
  [
    'has the name of one that is used in another folder, which may be the same by another way',
    inUse,
    'E:\\Link\\WEB_1.avhdx',
  ],
  [
    'lies beside a checkpoint’s disk that could not be opened',
    [...inUse, unread(`${folder}DB_7.avhdx`)],
    'OLD.avhdx',
  ],
  ['is called after a VHD set', [...inUse, read(`${folder}Quorum.vhds`)], 'quorum_5b1f.avhdx'],
  ['is on a share', inUse, '\\\\nas\\vms\\OLD.avhdx'],
  ['is on a volume of a cluster', inUse, 'C:\\ClusterStorage\\Volume1\\OLD.avhdx'],
  ['is found on a host where somebody has disks that nobody tells', [...inUse, unread('')], 'OLD.avhdx'],
])('Nothing is called left behind that %s', (_what, used, name) => {
  expect(left(used, name)).toEqual([])
})

it('A base disk that could not be opened hides nothing, for no checkpoint’s disk is above it', () => {
  expect(left([...inUse, unread(`${folder}DB.vhdx`)], 'OLD.avhdx')).toEqual(['OLD.avhdx'])
})

it('A checkpoint’s disk that could not be opened hides nothing in other folders', () => {
  expect(left([...inUse, unread('E:\\DB_7.avhdx')], 'OLD.avhdx')).toEqual(['OLD.avhdx'])
})
