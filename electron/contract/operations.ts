import { z } from 'zod'
import { Diagnosis } from './diagnosis.ts'
import { CheckpointName, CheckpointNotes, FolderPath } from './inputs.ts'
import {
  CheckpointId,
  CheckpointType,
  FolderListing,
  HostStatus,
  JobId,
  Operation,
  Vm,
  VmId,
} from './model.ts'

function operation<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): { readonly input: I; readonly output: O } {
  return { input, output }
}

const nothing = z.strictObject({})
const vm = z.strictObject({ vmId: VmId })
const checkpoint = z.strictObject({ vmId: VmId, checkpointId: CheckpointId })

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
  'vm.list': operation(nothing, z.array(Vm)),
  /** Operations that are under way, and the ones that ended lately. */
  'operation.list': operation(nothing, z.array(Operation)),

  'checkpoint.create': operation(
    z.strictObject({ vmId: VmId, name: CheckpointName.optional(), notes: CheckpointNotes.optional() }),
    Operation,
  ),
  'checkpoint.apply': operation(checkpoint.extend({ keepCurrent: z.boolean() }), Operation),
  'checkpoint.rename': operation(checkpoint.extend({ name: CheckpointName }), Operation),
  'checkpoint.export': operation(checkpoint.extend({ folder: FolderPath }), Operation),
  'checkpoint.delete': operation(checkpoint, Operation),
  'checkpoint.deleteSubtree': operation(checkpoint, Operation),
  /** `checkpointId` is what the caller takes to be the parent of "Now"; refused where it no longer is. */
  'vm.revert': operation(checkpoint.extend({ keepCurrent: z.boolean() }), Operation),

  'vm.changeCheckpointPolicy': operation(
    z.strictObject({
      vmId: VmId,
      /** Only what is named is changed. */
      changes: z.strictObject({
        type: CheckpointType.optional(),
        automatic: z.boolean().optional(),
        location: FolderPath.optional(),
      }),
    }),
    Operation,
  ),
  /** Ends what Hyper-V is doing with it, as `Vm.activity` shows it. Whatever waited for that ends as `cancelled`. */
  'vm.cancelActivity': operation(vm.extend({ jobId: JobId }), nothing),
  'vm.start': operation(vm, Operation),
  'vm.shutDown': operation(vm, Operation),
  'vm.turnOff': operation(vm, Operation),
  'vm.save': operation(vm, Operation),
  'vm.pause': operation(vm, Operation),
  'vm.resume': operation(vm, Operation),
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
