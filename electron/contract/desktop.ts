import { z } from 'zod'
import { CheckpointId, OperationId, VmId } from './model.ts'

/** What the app can do as a program of its own on this computer, and what of it does not work. */
export const DesktopState = z.object({
  /** False in a browser, where all of this is missing. */
  isDesktop: z.boolean(),
  /** Why the key of the settings does nothing, such as that another program has it; null where it works or none is set. */
  hotkeyProblem: z.string().nullable(),
  /** False of a portable or unpacked program, which may be somewhere else at the next start. */
  canStartWithWindows: z.boolean(),
})
export type DesktopState = z.infer<typeof DesktopState>

/** What can be asked of the large window from elsewhere: the tray, a notification, a second start. */
export const WindowRequest = z.discriminatedUnion('what', [
  /** Only to be there, with a machine selected where one is named. */
  z.strictObject({ what: z.literal('window'), vmId: VmId.nullable() }),
  z.strictObject({ what: z.literal('checkpoint-named'), vmId: VmId }),
  z.strictObject({ what: z.literal('revert'), vmId: VmId }),
  z.strictObject({ what: z.literal('rename-checkpoint'), vmId: VmId, checkpointId: CheckpointId }),
  /** How it went, or why it failed. */
  z.strictObject({ what: z.literal('operation'), operationId: OperationId }),
  z.strictObject({ what: z.literal('health') }),
  z.strictObject({ what: z.literal('settings') }),
])
export type WindowRequest = z.infer<typeof WindowRequest>

export const About = z.object({
  version: z.string(),
  /** Such as "Windows 11 Pro 10.0.26100". */
  system: z.string(),
  /** What the app runs on; null of what it does without, as in a browser. */
  electron: z.string().nullable(),
  chromium: z.string().nullable(),
  node: z.string(),
  /** Where the log is written; null where none is. */
  logFolder: z.string().nullable(),
  /** The file with the licences of what the app is made of; null where it runs from its sources. */
  licenses: z.string().nullable(),
})
export type About = z.infer<typeof About>

/** What came of adding the account to Hyper-V Administrators. */
export const Membership = z.object({
  /** It was a member already, so that only signing out and in was missing. */
  wasMember: z.boolean(),
})
export type Membership = z.infer<typeof Membership>
