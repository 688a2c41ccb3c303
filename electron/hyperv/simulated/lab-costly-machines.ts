import type { LabMachine } from './lab-machine.ts'
import { day, gigabyte, hour, minute } from './lab-past.ts'
import { labVmId } from './lab-vm-id.ts'

/** What shows what checkpoints depend on, and what they cost after a while. By name they come after most of the others. */
export const costlyMachines: readonly LabMachine[] = [
  {
    id: labVmId.portal,
    name: 'Wissensportal',
    state: 'Running',
    cpuUsage: 4,
    uptime: 8 * day + 23 * hour,
    notes: 'Somebody has turned its backup service off, so a production checkpoint falls back.',
    vss: { enabled: false, status: 'Ok' },
    writesADay: 0.9 * gigabyte,
    snapshotFileLocation: 'C:\\ProgramData\\Microsoft\\Windows\\Hyper-V',
    configurationFolder: 'C:\\ProgramData\\Microsoft\\Windows\\Hyper-V',
    baseDisks: [
      { file: 'Wissensportal.vhdx', folder: 'C:\\Users\\Public\\Documents', gigabytes: 31.2, of: 127 },
    ],
    past: [
      { take: 'Before the redesign', ago: 12 * day, isSaved: true },
      { take: 'Before reverting to “Before the redesign”', ago: 9 * day, grew: 2.7, isSaved: true },
      { apply: 'Before the redesign' },
      { write: 8.1 },
    ],
  },
  {
    id: labVmId.ledger,
    name: 'Zentralbuchhaltung',
    state: 'Running',
    cpuUsage: 7,
    memoryStartup: 8 * gigabyte,
    uptime: 44 * day + 2 * hour,
    notes: 'Node of a cluster. Production checkpoints only, and its backup service is turned off.',
    checkpointType: 'ProductionOnly',
    isClustered: true,
    vss: { enabled: false, status: 'Ok' },
    writesADay: 2.2 * gigabyte,
    baseDisks: [
      { file: 'Zentralbuchhaltung.vhdx', gigabytes: 52.6, of: 127 },
      { file: 'Zentralbuchhaltung quorum.vhds', gigabytes: 0.5, of: 1, isShared: true },
    ],
  },
  {
    id: labVmId.nightly,
    name: 'YOCTO-NIGHTLY',
    state: 'Running',
    cpuUsage: 11,
    memoryStartup: 2 * gigabyte,
    uptime: 10 * hour + 25 * minute,
    screen: 'console',
    notes: 'A checkpoint each night, and nobody deletes them. The guest’s backup service comes and goes.',
    isBackupServiceFlaky: true,
    writesADay: 1.1 * gigabyte,
    snapshotFileLocation: 'E:\\Archive',
    baseDisks: [{ file: 'YOCTO-NIGHTLY.vhdx', folder: 'E:\\Archive', gigabytes: 12.4, of: 80 }],
    past: [
      ...nights(47).map((night) => ({
        take: `Nightly run ${String(48 - night)}`,
        ago: night * day - 10 * hour,
        grew: 0.3 + (night % 5) * 0.2,
      })),
      { write: 0.5 },
    ],
  },
]

/** How many nights ago each was, longest ago first. */
function nights(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => count - index)
}
