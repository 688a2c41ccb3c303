import { z } from 'zod'
import { AppSettings, AppSettingsState } from './app-settings.ts'
import { CheckpointRecord, SetId } from './checkpoint-record.ts'
import { About, DesktopState, Membership, WindowRequest } from './desktop.ts'
import { Diagnosis } from './diagnosis.ts'
import { CheckpointName, CheckpointNotes, CheckpointReason, FolderPath } from './inputs.ts'
import { HostStorage, VmCosts } from './machine-costs.ts'
import { CheckpointDetails, Thumbnail, VmDetails } from './machine-details.ts'
import {
  CheckpointId,
  CheckpointPolicy,
  CheckpointType,
  FolderListing,
  HostStatus,
  JobId,
  Operation,
  OperationId,
  Vm,
  VmId,
} from './model.ts'
import { Readiness } from './readiness.ts'
import { Seen, SessionNonce } from './seen.ts'

function operation<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): { readonly input: I; readonly output: O } {
  return { input, output }
}

const nothing = z.strictObject({})
const vm = z.strictObject({ vmId: VmId })
const checkpoint = z.strictObject({ vmId: VmId, checkpointId: CheckpointId })
/** What may lose something is done only to what was seen: refused with `changed-meanwhile` where that is no longer so. */
const seenCheckpoint = checkpoint.extend({ seen: Seen })

/**
 * Everything that can be asked. What changes something answers with an `Operation` as soon as it is accepted;
 * `operation.changed` tells how it goes on.
 */
export const operations = {
  'host.status': operation(nothing, HostStatus),
  /** Reads the host again and answers when that is done. */
  'host.refresh': operation(nothing, HostStatus),
  /** Looks at everything between the app and the virtual machines; takes seconds. */
  'host.diagnose': operation(nothing, Diagnosis),
  /** The folders of the host below one folder; the drives for an empty path. */
  'host.listFolders': operation(z.strictObject({ path: z.string().max(32_767) }), FolderListing),
  /** Answers where a folder of the host is there and can be written to; refused with the reason where not. */
  'host.checkFolder': operation(z.strictObject({ folder: FolderPath }), nothing),
  'vm.ids': operation(nothing, z.array(VmId)),
  /** All, or those named, without the ones that are gone: a large host is read in pieces, so that no window stands still. */
  'vm.list': operation(z.strictObject({ vmIds: z.array(VmId).max(1_000).optional() }), z.array(Vm)),
  /** Disks, memory and network of one machine; takes Hyper-V a moment. */
  'vm.details': operation(vm, VmDetails),
  'checkpoint.details': operation(checkpoint, CheckpointDetails),
  /** The screen of the machine, or of one of its checkpoints; null where the host draws none. */
  'vm.thumbnail': operation(vm.extend({ checkpointId: CheckpointId.nullable() }), Thumbnail.nullable()),
  /** What decides, besides its policy and state, what a checkpoint of it will be; takes Hyper-V a moment. */
  'vm.readiness': operation(vm, Readiness),
  /** Every file of it and of its checkpoints; may take seconds. */
  'vm.costs': operation(vm, VmCosts),
  /** Volumes, and disks that nobody uses; may take seconds. */
  'host.storage': operation(nothing, HostStorage),
  /** What is known of checkpoints that this app took. */
  'record.list': operation(nothing, z.array(CheckpointRecord)),
  /** Somebody has read that production was asked for and was not got. */
  'record.markRead': operation(z.strictObject({ checkpointId: CheckpointId }), nothing),
  /** Operations that are under way, and the ones that ended lately. */
  'operation.list': operation(nothing, z.array(Operation)),

  'checkpoint.create': operation(
    z.strictObject({
      vmId: VmId,
      name: CheckpointName.optional(),
      notes: CheckpointNotes.optional(),
      /** The kind of this one, where it is not to be the machine's policy; that is put back afterwards. */
      type: CheckpointType.exclude(['Disabled']).optional(),
      reason: CheckpointReason.optional(),
      setId: SetId.optional(),
    }),
    Operation,
  ),
  /** One from the tray, a key or a notification: nobody is there to name it, and the machine is remembered as the last. */
  'checkpoint.quick': operation(
    z.strictObject({ vmId: VmId, reason: CheckpointReason.optional() }),
    Operation,
  ),
  'checkpoint.apply': operation(seenCheckpoint.extend({ keepCurrent: z.boolean() }), Operation),
  'checkpoint.rename': operation(checkpoint.extend({ name: CheckpointName }), Operation),
  'checkpoint.changeNotes': operation(checkpoint.extend({ notes: CheckpointNotes }), Operation),
  'checkpoint.export': operation(checkpoint.extend({ folder: FolderPath }), Operation),
  'checkpoint.delete': operation(seenCheckpoint, Operation),
  'checkpoint.deleteSubtree': operation(seenCheckpoint, Operation),
  /** `checkpointId` is what the caller takes to be the parent of "Now"; refused where it no longer is. */
  'vm.revert': operation(seenCheckpoint.extend({ keepCurrent: z.boolean() }), Operation),

  'vm.changeCheckpointPolicy': operation(
    z.strictObject({
      vmId: VmId,
      /** Only what is named is changed. */
      changes: z.strictObject({
        type: CheckpointType.optional(),
        automatic: z.boolean().optional(),
        location: FolderPath.optional(),
      }),
      /** What the caller was shown of it; refused with `changed-meanwhile` where that is no longer so. */
      shown: CheckpointPolicy.optional(),
    }),
    Operation,
  ),
  /** Ends what Hyper-V is doing with it, as `Vm.activity` shows it. Whatever waited for that ends as `cancelled`. */
  'vm.cancelActivity': operation(vm.extend({ jobId: JobId }), nothing),
  /** Opens Hyper-V's own window on its screen. */
  'vm.connect': operation(vm, nothing),
  /** Lets Hyper-V offer the guest its backup service, which makes production checkpoints. */
  'vm.enableBackupService': operation(vm, Operation),
  /** Takes back what its `undo` says can be taken back. Answers the operation that was withdrawn, or the one that goes back. */
  'operation.undo': operation(z.strictObject({ operationId: OperationId }), Operation),
  'vm.start': operation(vm, Operation),
  'vm.shutDown': operation(vm, Operation),
  'vm.turnOff': operation(vm, Operation),
  'vm.save': operation(vm, Operation),
  'vm.pause': operation(vm, Operation),
  'vm.resume': operation(vm, Operation),

  'settings.read': operation(nothing, AppSettingsState),
  /** Only what is named is changed. */
  'settings.change': operation(AppSettings.partial().strict(), AppSettingsState),

  'app.about': operation(nothing, About),
  /** The mark of this start, which `seen` has to bear. */
  'app.session': operation(nothing, z.object({ session: SessionNonce })),
  'desktop.state': operation(nothing, DesktopState),
  /**
   * Lets the key for a checkpoint go while it is being set, so that pressing it takes none. Holds for a minute from the last
   * time, until the settings change or it is taken back. Only in the app's own window.
   */
  'hotkey.pause': operation(z.strictObject({ isPaused: z.boolean() }), nothing),
  /** Opens the large window, or brings it to the front, and tells it what is wanted; in a browser only the latter. */
  'window.show': operation(WindowRequest, nothing),
  /**
   * Lets the person who is signed in manage Hyper-V without being an administrator: asks Windows for an administrator's
   * consent, once. Holds from the next sign-in on. Only in the app's own window.
   */
  'host.joinAdministrators': operation(nothing, Membership),

  /** The system's own question for a folder of this computer; null where none was chosen. Only in the app's own window. */
  'folder.pick': operation(
    z.strictObject({ start: z.string().max(32_767) }),
    z.object({ path: z.string().nullable() }),
  ),
  /** Shows where a file or folder is, in the system's own window of folders. Opens nothing. Only in the app's own window. */
  'folder.show': operation(z.strictObject({ path: z.string().max(32_767) }), nothing),
} as const

type Operations = typeof operations
export type OperationName = keyof Operations
/** What a caller passes. */
export type Input<K extends OperationName> = z.input<Operations[K]['input']>
/** What a handler gets: the input, checked. */
export type Parsed<K extends OperationName> = z.output<Operations[K]['input']>
export type Output<K extends OperationName> = z.output<Operations[K]['output']>
export type Handlers = { readonly [K in OperationName]: (input: Parsed<K>) => Promise<Output<K>> }
export type Call = <K extends OperationName>(name: K, input: Input<K>) => Promise<Output<K>>
