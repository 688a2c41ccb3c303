import { z } from 'zod'
import type { HostStorage, VmCosts } from '#contract/machine-costs'
import { DiskFile } from '#contract/machine-details'
import { CheckpointId, type VmId } from '#contract/model'
import type { BackupService, Readiness } from '#contract/readiness'
import type { Answer } from './connection-state.ts'
import { leftBehindOf } from './left-behind-of.ts'
import { checked } from './replies.ts'
import { DiskReply } from './replies-of-details.ts'
import { volumesOfPaths } from './volumes-of-paths.ts'

/** What the scripts print of what checkpoints will be and what they cost, in the words of the contract. */
export function readinessOfReply(vmId: VmId, value: unknown): Readiness {
  const { service, disks, location, volumes, ...rest } = checked(ReadinessReply, value)
  const files = disks.filter(({ diskNumber }) => diskNumber === null).map(({ path }) => path)
  return {
    vmId,
    backupService: backupServiceOf(service),
    passThroughDisks: disks.length - files.length,
    sharedDisks: disks.filter(({ isShared }) => isShared).length,
    ...rest,
    volumes: volumesOfPaths([...files, location], volumes),
  }
}

export function costsOfAnswer(vmId: VmId, { parts, value }: Answer): VmCosts {
  const checkpoints = checked(z.array(CheckpointCostsReply), parts)
  const { disks, volumes } = checked(CostsReply, value)
  const chains = [disks, ...checkpoints.map((each) => each.disks)].flat().flatMap(({ chain }) => chain)
  const paths = [...chains, ...checkpoints.flatMap(({ files }) => files)].map(({ path }) => path)
  return { vmId, disks, checkpoints, volumes: volumesOfPaths(paths, volumes) }
}

export function storageOfAnswer({ parts, value }: Answer): HostStorage {
  const { locations, volumes } = checked(StorageReply, value)
  const files = checked(z.array(StoragePart), parts)
  const used = files.flatMap((each) => ('used' in each ? [each.used] : []))
  const found = files.flatMap((each) => ('found' in each ? [each.found] : []))
  const paths = [...used.map(({ path }) => path), ...locations]
  return { volumes: volumesOfPaths(paths, volumes), leftBehind: leftBehindOf(used, found) }
}

export function eventOfReply(value: unknown): string | null {
  return checked(EventReply, value).message
}

/** As Read-BackupService.ps1 prints it. */
const ServiceReply = z.object({
  /** Null where nobody can tell. */
  isThere: z.boolean().nullable(),
  isEnabled: z.boolean(),
  /** WMI's OperationalStatus; null while no guest runs. */
  status: z.number().nullable(),
})

/** Of all that a guest's service may answer, Hyper-V takes these two for an answer that makes production possible. */
function backupServiceOf({ isThere, isEnabled, status }: z.infer<typeof ServiceReply>): BackupService {
  if (isThere === null) return 'unknown'
  if (!isThere) return 'absent'
  if (!isEnabled || status === statusDisabled) return 'disabled'
  if (status === null) return 'unknown'
  if (status === statusOk) return 'ok'
  return status === statusDegraded ? 'degraded' : 'silent'
}

const statusOk = 2
const statusDegraded = 3
const statusDisabled = 32_896

const VolumesReply = z.array(
  z.object({
    root: z.string(),
    size: z.number().nonnegative().nullable(),
    free: z.number().nonnegative().nullable(),
  }),
)

const ReadinessReply = z.object({
  service: ServiceReply,
  disks: z.array(z.object({ path: z.string(), diskNumber: z.number().nullable(), isShared: z.boolean() })),
  hasGpuPartition: z.boolean().nullable(),
  isClustered: z.boolean(),
  location: z.string(),
  volumes: VolumesReply,
})

const CheckpointCostsReply = z.object({
  checkpointId: CheckpointId,
  files: z.array(DiskFile),
  disks: z.array(DiskReply),
})
const CostsReply = z.object({ disks: z.array(DiskReply), volumes: VolumesReply })

const StoragePart = z.union([
  z.object({ used: z.object({ path: z.string(), isRead: z.boolean() }) }),
  z.object({ found: DiskFile }),
])
const StorageReply = z.object({ locations: z.array(z.string()), volumes: VolumesReply })

const EventReply = z.object({ message: z.string().nullable() })
