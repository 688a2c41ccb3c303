import { z } from 'zod'
import { hotkeyProblem } from './hotkey.ts'
import { CheckpointReason } from './inputs.ts'
import { VmId } from './model.ts'
import { mostUndoSeconds } from './most-undo-seconds.ts'
import { nameTemplateProblem } from './name-template.ts'
import { type Threshold, thresholdLimits } from './threshold-limits.ts'

/** Questions that Hyper-V Manager lets people switch off. Whoever switched one off gets its safe answer. */
const Question = z.enum(['apply', 'revert', 'delete', 'delete-subtree', 'turn-off'])

const VmColumn = z.enum([
  'name',
  'state',
  'cpu-usage',
  'assigned-memory',
  'uptime',
  'status',
  'version',
  'checkpoints',
  'newest',
])

const Pane = z.enum(['hosts', 'vms', 'checkpoints', 'details', 'actions'])

const pixels = z.number().int().min(20).max(4_000)

const ColumnSettings = z.object({
  hidden: z.array(VmColumn),
  /** Pixels, of those that were given a width of their own. */
  widths: z.partialRecord(VmColumn, pixels),
  sortedBy: VmColumn,
  isDescending: z.boolean(),
})

const LayoutSettings = z.object({
  /** Pixels, of those that were given a size of their own: a width for the outer panes, a height for the others. */
  sizes: z.partialRecord(Pane, pixels),
  collapsed: z.array(Pane),
})

function threshold(name: Threshold): z.ZodNumber {
  const { least, most } = thresholdLimits[name]
  return z.number().int().min(least).max(most)
}

/** From where on the health page speaks up. */
const Thresholds = z.object({
  age: threshold('age'),
  count: threshold('count'),
  depth: threshold('depth'),
  size: threshold('size'),
  runway: threshold('runway'),
})

/** What the user has set, of the app itself. */
export const AppSettings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Questions that are not asked any more. */
  unasked: z.array(Question),
  nameTemplate: z.string().superRefine((template, context) => {
    const problem = nameTemplateProblem(template)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  }),
  /** Empty where none was set. */
  exportFolder: z.string().max(32_767),
  /** Newest first. */
  recentExportFolders: z.array(z.string().max(32_767)).max(10),
  columns: ColumnSettings,
  layout: LayoutSettings,
  /** Seconds that a delete waits to be undone; 0 where it is sent at once. */
  undoSeconds: z.number().int().min(0).max(mostUndoSeconds),
  thresholds: Thresholds,
  /** Machines that the tray shows first, in this order. */
  favourites: z.array(VmId).max(100),
  /** Of which the tray last took a checkpoint; null before the first. */
  lastVmId: VmId.nullable(),
  /** Why checkpoints are taken here, to choose from in the tray. */
  reasons: z.array(CheckpointReason).max(12),
  /** Takes a checkpoint of the last machine from everywhere, as Electron names keys; empty for none. */
  hotkey: z
    .string()
    .max(60)
    .superRefine((keys, context) => {
      const problem = hotkeyProblem(keys)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
    }),
  /** In the tray, without a window. */
  startsWithWindows: z.boolean(),
  /** Closing the window leaves the app in the tray. */
  closesToTray: z.boolean(),
  /** Whether it was said that the app is still there, in the tray. */
  isTrayTold: z.boolean(),
  /** Whether the three things worth knowing were shown. */
  isWelcomed: z.boolean(),
})
export type AppSettings = z.infer<typeof AppSettings>

export const AppSettingsState = z.object({
  settings: AppSettings,
  /** A sentence where what was kept could not be read, or can't be kept; null where all is well. */
  problem: z.string().nullable(),
})
export type AppSettingsState = z.infer<typeof AppSettingsState>
