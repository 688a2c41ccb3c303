import { labAdapter } from './lab-adapter.ts'
import type { LabMachine } from './lab-machine.ts'
import { day, gigabyte, hour, minute } from './lab-past.ts'
import { labVmId } from './lab-vm-id.ts'

/** What most labs have. */
export const everydayMachines: readonly LabMachine[] = [
  {
    id: labVmId.domainController,
    name: 'DC01',
    state: 'Running',
    cpuUsage: 1,
    uptime: 12 * day + 4 * hour + 22 * minute,
    notes: 'Domain controller. Do not go back to a checkpoint here without reading up on it first.',
    writesADay: 0.4 * gigabyte,
    baseDisks: [{ file: 'DC01.vhdx', gigabytes: 19.4, of: 80 }],
  },
  {
    id: labVmId.database,
    name: 'SQL-PROD',
    state: 'Running',
    cpuUsage: 14,
    processors: 4,
    memoryStartup: 16 * gigabyte,
    uptime: 31 * day + 10 * hour + 2 * minute,
    checkpointType: 'ProductionOnly',
    writesADay: 8.6 * gigabyte,
    baseDisks: [
      { file: 'SQL-PROD.vhdx', gigabytes: 41.7, of: 127 },
      { file: 'SQL-PROD data.vhdx', gigabytes: 212.3, of: 500 },
      { file: 'SQL-PROD log.vhdx', gigabytes: 38.1, of: 100 },
    ],
    past: [
      { take: 'Before CU 14', ago: 6 * day, notes: 'Agreed with the application team; delete by Friday.' },
      {
        change: {
          processors: 8,
          networkAdapters: [
            labAdapter(labVmId.database, 0),
            labAdapter(labVmId.database, 1, {
              name: 'Backup',
              switchName: 'Backup network',
              isMacAddressDynamic: false,
            }),
          ],
        },
      },
      { take: null, ago: 15 * hour, grew: 22.4 },
      { write: 2.9 },
    ],
  },
  {
    id: labVmId.webServer,
    name: 'WEB01',
    state: 'Running',
    cpuUsage: 3,
    uptime: 5 * day + 18 * hour + 40 * minute,
    // The guest's backup service does not answer, so that a production checkpoint falls back.
    vss: { enabled: true, status: 'NoContact' },
    heartbeat: 'OkApplicationsUnknown',
    screen: 'console',
    isMemoryDynamic: true,
    memoryMinimum: gigabyte,
    memoryMaximum: 8 * gigabyte,
    memoryDemand: 3 * gigabyte,
    writesADay: 0.7 * gigabyte,
    past: [
      { take: 'Before the new certificate', ago: 41 * day },
      {
        change: {
          memoryMaximum: 16 * gigabyte,
          networkAdapters: [labAdapter(labVmId.webServer, 0, { switchName: 'DMZ' })],
        },
      },
      { write: 28.7 },
    ],
  },
  {
    id: labVmId.tester,
    name: 'WIN11-TEST',
    state: 'Running',
    cpuUsage: 2,
    memoryStartup: 8 * gigabyte,
    uptime: 2 * hour + 35 * minute,
    automaticCheckpoints: true,
    writesADay: 3.2 * gigabyte,
    screen: 'desktop',
    networkAdapters: [labAdapter(labVmId.tester, 0, { switchName: 'Default Switch' })],
    past: [
      { take: 'Clean install', ago: 3 * day },
      {
        change: {
          processors: 4,
          isMemoryDynamic: true,
          memoryMinimum: 2 * gigabyte,
          memoryMaximum: 12 * gigabyte,
        },
      },
      {
        take: 'Office and tools installed',
        ago: 2 * day,
        grew: 1.8,
        isSaved: true,
        policy: 'Standard',
        notes: 'Before trying the beta driver',
      },
      { apply: 'Clean install' },
      { take: 'Automatic Checkpoint - WIN11-TEST', ago: 5 * hour, grew: 0.3, isAutomatic: true },
      { apply: 'Office and tools installed' },
      { take: 'Before KB5049981', ago: 3 * hour, grew: 0.3, isSaved: true },
      { apply: 'Office and tools installed' },
      { write: 0.3 },
    ],
  },
  {
    id: labVmId.buildAgent,
    name: 'BUILD-AGENT',
    state: 'Off',
    processors: 12,
    memoryStartup: 12 * gigabyte,
    checkpointType: 'Standard',
    automaticCheckpoints: true,
    baseDisks: [{ file: 'BUILD-AGENT.vhdx', gigabytes: 88.2, of: 256 }],
    past: [{ take: 'Before the new toolchain', ago: 2 * day }, { drop: 'Before the new toolchain' }],
  },
  {
    id: labVmId.legacy,
    name: 'LEGACY-ERP',
    state: 'Saved',
    version: '5.0',
    generation: 1,
    checkpointType: 'ProductionOnly',
    processors: 1,
    networkAdapters: [
      labAdapter(labVmId.legacy, 0, {
        name: 'Legacy Network Adapter',
        switchName: null,
        isMacAddressDynamic: false,
      }),
    ],
    baseDisks: [
      { file: 'LEGACY-ERP.vhd', gigabytes: 36.9, of: 60 },
      { file: 'PhysicalDrive3', gigabytes: 0, of: 200, diskNumber: 3 },
    ],
    past: [{ take: 'Jahresabschluss 2025 – vor dem Update', ago: 3 * day }],
  },
  {
    id: labVmId.ubuntu,
    name: 'Ubuntu 24.04 ✓ 日本語',
    state: 'Paused',
    screen: 'console',
    memoryStartup: 2 * gigabyte,
    uptime: minute + 12_000,
    past: [],
  },
]
