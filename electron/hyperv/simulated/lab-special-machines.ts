import type { LabMachine } from './lab-machine.ts'
import { day, gigabyte, hour, minute } from './lab-past.ts'
import { labVmId } from './lab-vm-id.ts'

/** What shows how the rare cases look: refusals, lost files, foreign checkpoints, difficult names. */
export const specialMachines: readonly LabMachine[] = [
  {
    id: labVmId.disabled,
    name: 'Kassensystem Füssen',
    state: 'Running',
    cpuUsage: 6,
    memoryStartup: 2 * gigabyte,
    uptime: 88 * day + 3 * hour,
    checkpointType: 'Disabled',
    heartbeat: 'NoContact',
    screen: 'desktop',
    writesADay: 0.2 * gigabyte,
    notes: 'Checkpoints are turned off on purpose: the vendor does not support them.',
  },
  {
    id: labVmId.replica,
    name: 'DC02 (replica)',
    state: 'Off',
    replication: 'Replica',
    past: [
      {
        take: 'DC02 (replica) - Standard Replica',
        ago: 2 * hour,
        type: 'Replica:Standard',
      },
      {
        take: 'DC02 (replica) - Application-consistent Replica',
        ago: hour,
        type: 'Replica:ApplicationConsistent',
        grew: 0.4,
      },
    ],
  },
  {
    id: labVmId.fileServer,
    name: 'קבצים FILES ملفات',
    state: 'Running',
    cpuUsage: 9,
    memoryStartup: 6 * gigabyte,
    uptime: 17 * day + 55 * minute,
    isClustered: true,
    writesADay: 5.4 * gigabyte,
    baseDisks: [
      { file: 'FILES.vhdx', gigabytes: 22.5, of: 127 },
      { file: 'FILES shares.vhdx', gigabytes: 640, of: 2_000 },
    ],
    past: [
      { take: 'לפני העדכון', ago: 30 * day },
      { take: null, ago: 21 * day, grew: 31, type: 'Recovery' },
      { write: 75 },
    ],
  },
  {
    id: labVmId.archive,
    name: 'ARCHIVE-2019 (kept for the auditors until the year ends, then to be deleted with all of its disks)',
    state: 'Off',
    version: '9.0',
    snapshotFileLocation: 'E:\\Gone\\Checkpoints',
    networkAdapters: [],
    baseDisks: [
      { file: 'ARCHIVE-2019.vhdx', gigabytes: 24, of: 127 },
      { file: 'ARCHIVE-2019 scans.vhdx', gigabytes: 310, of: 1_000, isBaseReadable: false },
    ],
    past: [
      { take: 'As handed over', ago: 400 * day },
      { take: 'After the migration', ago: 396 * day, grew: 12 },
      { take: 'Files lost', ago: 380 * day, grew: 3, type: 'Missing' },
      { apply: 'As handed over' },
      { take: 'Second try', ago: 371 * day, grew: 8.5 },
      { take: 'Second try', ago: 370 * day, grew: 0.2 },
      { take: 'Signed off 👍🏽 naïve façade Ωμέγα Привет', ago: 120 * day, grew: 44 },
    ],
  },
  {
    id: labVmId.critical,
    name: 'MAIL01',
    state: 'Paused',
    isCritical: true,
    operationalStatus: [2, 32795],
    memoryStartup: 8 * gigabyte,
    uptime: 4 * day,
    past: [{ take: 'Before the disk filled up', ago: 26 * day }],
  },
  {
    id: labVmId.quoted,
    name: `O'Brien "dev" $(hostname) [x]*? \`n %TEMP% ‘q’ “Q”`,
    state: 'Saved',
    memoryStartup: gigabyte,
    past: [
      {
        take: `It's "quoted" $(Get-Date) \`whoami\` [a-z]*?`,
        ago: 5 * day,
        isSaved: true,
        policy: 'Standard',
      },
      { take: '‘single’ ‚low’ “double” „low“ ‛reversed’', ago: 25 * minute, isSaved: true, grew: 0.1 },
    ],
  },
  {
    id: labVmId.gpu,
    name: 'RENDER-GPU',
    state: 'Off',
    memoryStartup: 32 * gigabyte,
    hasGpuPartition: true,
    processors: 16,
    baseDisks: [
      { file: 'RENDER-GPU.vhdx', gigabytes: 24, of: 127 },
      { file: 'RENDER-GPU scratch.vhdx', gigabytes: 80, of: 500, isBaseReadable: false },
    ],
  },
]
