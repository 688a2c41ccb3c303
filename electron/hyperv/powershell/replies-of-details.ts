import { z } from 'zod'
import { CheckpointDetails, VmDetails, type Thumbnail } from '#contract/machine-details'
import type { VmId } from '#contract/model'
import type { CheckpointRef } from '../../core/ports.ts'
import { checked } from './replies.ts'

/** What the scripts print of one machine or checkpoint, in the words of the contract. */
export function vmDetailsOfReply(vmId: VmId, value: unknown): VmDetails {
  const { hardware, memoryDemand, isClustered, heartbeat } = checked(VmReply, value)
  return {
    vmId,
    hardware,
    // Hyper-V has 0 for a guest that does not say.
    memoryDemand: memoryDemand === 0 ? null : memoryDemand,
    isClustered,
    heartbeat: heartbeats.get(heartbeat) ?? 'unknown',
  }
}

export function checkpointDetailsOfReply(
  { vmId, checkpointId }: CheckpointRef,
  value: unknown,
): CheckpointDetails {
  return { vmId, checkpointId, ...checked(CheckpointReply, value) }
}

/** Null where there are not as many bytes as the picture needs. */
export function thumbnailOfReply(
  size: Pick<Thumbnail, 'width' | 'height'>,
  value: unknown,
): Thumbnail | null {
  const bytes = Buffer.from(checked(ThumbnailReply, value).pixels.split(',').map(Number))
  if (bytes.length !== size.width * size.height * 2) return null
  return { ...size, pixels: bytes.toString('base64') }
}

const hardware = VmDetails.shape.hardware
const disk = hardware.shape.disks.element
const networkAdapter = hardware.shape.networkAdapters.element

/** As Read-Disk.ps1 prints it. */
export const DiskReply = disk.extend({ controllerType: z.string().transform(controllerTypeOf) })

/** As Read-Hardware.ps1 prints it: in the contract's words, but for a few of Hyper-V's own. */
const HardwareReply = hardware.extend({
  disks: z.array(DiskReply),
  networkAdapters: z.array(
    networkAdapter.extend({
      switchName: z.string().transform((name) => (name === '' ? null : name)),
      macAddress: z.string().transform((address) => address.replaceAll(/[^\da-f]/gi, '').toUpperCase()),
    }),
  ),
})

const VmReply = VmDetails.omit({ vmId: true }).extend({
  hardware: HardwareReply,
  memoryDemand: z.number(),
  /** The name of a VMHeartbeatStatus; empty where there is none. */
  heartbeat: z.string(),
})

const CheckpointReply = CheckpointDetails.pick({ files: true }).extend({ hardware: HardwareReply })

/** Numbers between commas. */
const ThumbnailReply = z.object({ pixels: z.string() })

function controllerTypeOf(name: string): z.infer<typeof disk>['controllerType'] {
  return name === 'IDE' || name === 'SCSI' ? name : 'other'
}

const heartbeats: ReadonlyMap<string, VmDetails['heartbeat']> = new Map([
  ['OkApplicationsHealthy', 'ok-applications-healthy'],
  ['OkApplicationsCritical', 'ok-applications-critical'],
  ['OkApplicationsUnknown', 'ok-applications-unknown'],
  ['NoContact', 'no-contact'],
  ['LostCommunication', 'lost-communication'],
  ['Error', 'error'],
  ['Paused', 'paused'],
  // Of a machine that does not run none is expected.
  ['', 'off'],
  ['Disabled', 'off'],
])
