import type { Failure } from '#contract/errors'
import type { PowerAction } from '#contract/eligibility'
import type { AppSettings } from '#contract/app-settings'
import type { DesktopState, Membership } from '#contract/desktop'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import type { CheckpointName, CheckpointNotes, FolderPath } from '#contract/inputs'
import type {
  CheckpointId,
  CheckpointType,
  FolderListing,
  HostStatus,
  JobId,
  Vm,
  VmId,
} from '#contract/model'
import type { HostStorage, VmCosts } from '#contract/machine-costs'
import type { CheckpointDetails, Thumbnail, VmDetails } from '#contract/machine-details'
import type { Readiness } from '#contract/readiness'
import type { JournalEntry, LeftBehind } from './journal-entry.ts'
import type { PolicyChanges } from './wish.ts'

/** What an inventory of the host is told while it reads. */
export interface VmReadings {
  readonly vms: readonly Vm[]
  /** Virtual machines that are there but could not be read, so that one of them never hides the others. */
  readonly unread: readonly { readonly vmId: VmId | null; readonly failure: Failure }[]
}

export interface CheckpointRef {
  readonly vmId: VmId
  readonly checkpointId: CheckpointId
}

/** Everything that changes a checkpoint, or makes one. */
export interface CheckpointChanges {
  readonly createCheckpoint: (
    request: {
      readonly vmId: VmId
      readonly name: CheckpointName | null
      readonly notes: CheckpointNotes | null
    },
    onProgress: OnProgress,
  ) => Promise<{ readonly checkpointId: CheckpointId; readonly remark: string | null }>
  readonly applyCheckpoint: (checkpoint: CheckpointRef, onProgress: OnProgress) => Promise<void>
  /** Refuses with `changed-meanwhile` where "Now" no longer hangs under that checkpoint. */
  readonly revert: (expected: CheckpointRef, onProgress: OnProgress) => Promise<void>
  readonly renameCheckpoint: (checkpoint: CheckpointRef, name: CheckpointName) => Promise<void>
  readonly changeCheckpointNotes: (checkpoint: CheckpointRef, notes: CheckpointNotes) => Promise<void>
  readonly exportCheckpoint: (
    checkpoint: CheckpointRef,
    folder: FolderPath,
    onProgress: OnProgress,
  ) => Promise<void>
  readonly deleteCheckpoint: (checkpoint: CheckpointRef, onProgress: OnProgress) => Promise<void>
  readonly deleteCheckpointSubtree: (checkpoint: CheckpointRef, onProgress: OnProgress) => Promise<void>
}

/** Everything that changes something on a host. */
export interface HostChanges extends CheckpointChanges {
  /** Refuses with `changed-meanwhile` where a type is expected and the machine has another by now. */
  readonly changeCheckpointPolicy: (
    vmId: VmId,
    changes: PolicyChanges,
    expectedType?: CheckpointType,
  ) => Promise<void>
  /** Lets the host offer the guest the service by its component, whatever that is called here. */
  readonly enableBackupService: (vmId: VmId) => Promise<void>
  readonly changePower: (vmId: VmId, action: PowerAction) => Promise<void>
  /** Asks Hyper-V to end one of its own jobs on that machine. Whoever waits for the job learns from it how it ended. */
  readonly cancelJob: (vmId: VmId, jobId: JobId) => Promise<void>
}

/**
 * Hyper-V, or what stands for it. Every method addresses by Id, rejects with `AppError` alone, and changes something
 * at most once: an answer that got lost is `outcome-unknown`, never a second try.
 * A promise that changes something settles when Hyper-V has answered; a merge may go on, see `Vm.activity`.
 */
export interface HyperVHost extends HostChanges {
  readonly kind: HostStatus['kind']
  readonly pathStyle: HostStatus['pathStyle']
  /** Opens the way to the host. Rejects where it can't be reached, with the reason. May be called again after that; `byHand`
   * where a person asked for it, who need not wait for what was given up for a while. */
  readonly connect: (byHand?: boolean) => Promise<{ readonly name: string; readonly description: string }>
  /** The same for a person who asks while the way is open: what changes something may have been given up all the same. */
  readonly startAnew?: () => void
  /**
   * `onVm` gets each machine that may have changed as soon as it is read, before the rest is. What did not change is
   * the same object as the time before.
   */
  readonly readAll: (onVm?: (vm: Vm) => void) => Promise<VmReadings>
  /** Null where there is no such virtual machine. */
  readonly readVm: (vmId: VmId) => Promise<Vm | null>
  /** What of it takes Hyper-V a question each. Rejects with `vm-not-found` where there is no such machine. */
  readonly readVmDetails: (vmId: VmId) => Promise<VmDetails>
  readonly readCheckpointDetails: (checkpoint: CheckpointRef) => Promise<CheckpointDetails>
  /** The machine's screen, or the one that a checkpoint keeps; null where there is none. */
  readonly readThumbnail: (vmId: VmId, checkpointId: CheckpointId | null) => Promise<Thumbnail | null>
  /** Rejects with `vm-not-found` where there is no such machine; what of it can't be read is unknown or null. */
  readonly readReadiness: (vmId: VmId) => Promise<Readiness>
  readonly readCosts: (vmId: VmId) => Promise<VmCosts>
  readonly readStorage: () => Promise<HostStorage>
  /**
   * What the host's log last said about checkpoints of that machine since a moment (ISO), in its own language; null where
   * it says nothing, or can't be read.
   */
  readonly readLastEvent: (vmId: VmId, since: string) => Promise<string | null>
  /** Calls back whenever something may have changed: with the Id of the virtual machine, or null for "read all". */
  readonly watch: (onHint: (vmId: VmId | null) => void) => () => void
  /** How it goes about both. Absent where there is nothing to tell, as of the demo host. */
  readonly condition?: () => HostCondition

  /** Opens the host's own window on the machine's screen; settles when it has been started. */
  readonly openConsole: (vmId: VmId) => Promise<void>

  readonly inspectFolder: (path: FolderPath) => Promise<'usable' | 'missing' | 'not-writable'>
  /** The drives for an empty path. Rejects with `folder-missing`. */
  readonly listFolders: (path: string) => Promise<FolderListing>
  /** Ends every process and timer that this host started. */
  readonly close: () => Promise<void>
}

/** The way to the host that was chosen. */
export interface HostConnection {
  readonly host: HyperVHost
  readonly name: string
  readonly description: string
  readonly demoReason: string | null
}

/** How the list is read: by a few queries for all machines, or, where those fail for the reason given, machine by machine. */
export interface HostReading {
  readonly strategy: 'cim' | 'cmdlets'
  readonly reason: 'query-failed' | 'properties-missing' | 'no-rows' | null
  /** What the host said about it, in its own language. */
  readonly detail: string
}

/** How changes come to be known: Hyper-V tells of them, or, for the reason given, the list is read every two seconds. */
export type HostWatching =
  | { readonly by: 'events' }
  | {
      readonly by: 'clock'
      readonly reason: 'starting' | 'refused' | 'lost'
      /** What the host or the system said about it. */
      readonly detail: string
    }

/** How a host is read, and how it is noticed that something changed. */
export interface HostCondition {
  /** Null until the list has been read. */
  readonly reading: HostReading | null
  readonly watching: HostWatching
  /** How many times the PowerShell that reads ended though nobody had asked it to. */
  readonly losses: number
}

/** Opens the way to a host, or opens it again. Rejects where none can be reached, with the reason. `byHand` as for a host. */
export type ConnectHost = (byHand?: boolean) => Promise<HostConnection>

/** 0 to 100, or null where the host does not say. */
export type OnProgress = (percent: number | null) => void

/** Time, so that tests can hold it. */
export interface Clock {
  /** Milliseconds since 1970, for what people read. */
  readonly now: () => number
  /** Milliseconds that never go back, for deadlines. */
  readonly monotonic: () => number
  /** Calls back once after so many milliseconds; the function returned takes that back. */
  readonly after: (milliseconds: number, callback: () => void) => () => void
}

/** What is under way, kept where a crash does not reach it, so that the next start finds it again. */
export interface Journal {
  /** What earlier starts left behind, oldest first. */
  readonly leftBehind: readonly LeftBehind[]
  /** False where some of what they left could not be read; it was set aside. */
  readonly isWhole: boolean
  /**
   * Entries are kept in the order of the calls. Settles when this one is safe, or can't be kept; never rejects. After
   * the journal was closed it never settles, so that nothing more is sent of which the next start would not know.
   */
  readonly append: (entry: JournalEntry) => Promise<void>
  /** False where a crash would reach it, since nothing can be written. */
  readonly isKept: () => boolean
  readonly close: () => Promise<void>
}

/** Why a file of the app does not hold what the app goes on with. */
export type FileTrouble =
  /** What was in it made no sense, and was set aside. */
  | 'broken'
  /** It is there and can't be opened; nothing is written over it. */
  | 'unread'
  /** A newer version of the app wrote it; nothing is written over it. */
  | 'newer'

/** Where the settings of the app are kept. What is in there may have been written by anybody. */
export interface SettingsStore {
  /** Nothing where nothing was kept, or what was kept could not be read. */
  readonly load: () => {
    readonly values: Readonly<Record<string, unknown>>
    readonly trouble: FileTrouble | null
  }
  /** Answers whether they could be kept. */
  readonly save: (settings: AppSettings) => boolean
}

/** Where what is known of checkpoints is kept. What is in there may have been written by anybody. */
export interface RecordsStore {
  /** None where none were kept, or they could not be read. */
  readonly load: () => { readonly records: readonly unknown[]; readonly trouble: FileTrouble | null }
  /** Answers whether they could be kept. */
  readonly save: (records: readonly CheckpointRecord[]) => boolean
}

/** What only the app's own window can do on this computer. */
export interface DesktopTools {
  readonly pickFolder: (start: string) => Promise<string | null>
  /** Shows where a file or folder is, and opens neither. */
  readonly showPath: (path: string) => void
  readonly state: () => DesktopState
  /** Calls back whenever the state is another. */
  readonly follow: (onState: (state: DesktopState) => void) => () => void
  readonly pauseHotkey: (isPaused: boolean) => void
  /** Opens the large window, or brings it to the front; settles when its page listens. */
  readonly showWindow: () => Promise<void>
  /** Rejects with `AppError` where Windows or the person says no. */
  readonly joinAdministrators: () => Promise<Membership>
}

export interface Log {
  /** One line; `values` hold no names of virtual machines, folders or users at info level. */
  readonly info: (line: string, values?: LogValues) => void
  readonly warn: (line: string, values?: LogValues) => void
  readonly debug: (line: string, values?: LogValues) => void
}
export type LogValues = Readonly<Record<string, string | number | boolean | null>>
