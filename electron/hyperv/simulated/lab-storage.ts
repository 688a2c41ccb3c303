import { gigabyte } from './lab-past.ts'
import type { StorageOptions } from './storage.ts'

/** The drives of the lab: one that has room for long, one that will be full in days, and the system's own. */
export const labStorage: StorageOptions = {
  volumes: [
    { root: 'C:\\', size: 476 * gigabyte, others: 212 * gigabyte },
    { root: 'D:\\', size: 7_452 * gigabyte, others: 818 * gigabyte },
    { root: 'E:\\', size: 465 * gigabyte, others: 412 * gigabyte },
  ],
  leftBehind: [
    {
      path: 'D:\\Hyper-V\\Virtual Hard Disks\\OLD-WEB_6B1D2C07-52F1-4D36-9A0E-7C4B1E88F3A2.avhdx',
      size: Math.round(14.2 * gigabyte),
    },
    {
      path: 'D:\\Hyper-V\\Virtual Hard Disks\\SQL-PROD data_C94E0F5B-1A77-4B0C-8E3D-02D6A95B7F41.avhdx',
      size: Math.round(3.1 * gigabyte),
    },
  ],
}
