import type { About } from '#contract/desktop'
import type { Diagnosis } from '#contract/diagnosis'
import { type PowerAction, exportRefusal, powerRefusal, renameRefusal } from '#contract/eligibility'
import type { Publish } from '#contract/events'
import type { FolderPath } from '#contract/inputs'
import type { VmId } from '#contract/model'
import type { Handlers } from '#contract/operations'
import type { SessionNonce } from '#contract/seen'
import type { Changes } from './changes.ts'
import { cancelActivity } from './cancel-activity.ts'
import type { KeptSettings } from './app-settings.ts'
import { desktopHandlers } from './desktop-handlers.ts'
import { requireFolderPath } from './folder-path.ts'
import type { Inventory } from './inventory.ts'
import { losingHandlers } from './losing-handlers.ts'
import { onCheckpoint } from './on-checkpoint.ts'
import type { OperationsQueue } from './operations-queue.ts'
import { ownCheckpointName } from './own-checkpoint-name.ts'
import type { Clock, DesktopTools } from './ports.ts'
import { policyRefusal } from './policy-refusal.ts'
import type { KeptRecords } from './records.ts'
import { createQuickCheckpoint } from './quick-checkpoint.ts'
import { createUndo } from './undo.ts'
import { requireUsableFolder } from './usable-folder.ts'

interface Dependencies {
  readonly inventory: Inventory
  readonly queue: OperationsQueue
  readonly change: Changes['change']
  readonly records: Pick<KeptRecords, 'list' | 'markRead'>
  readonly diagnose: () => Promise<Diagnosis>
  readonly settings: KeptSettings
  /** Null in a browser. */
  readonly desktop: DesktopTools | null
  readonly publish: Publish
  readonly about: About
  readonly clock: Pick<Clock, 'now'>
  /** The mark of this start. */
  readonly session: SessionNonce
}

/** One short function per operation of the contract: find what is meant, ask the rules, queue the work. */
export function createHandlers({
  inventory,
  queue,
  change,
  records,
  diagnose,
  settings,
  desktop,
  publish,
  about,
  clock,
  session,
}: Dependencies): Handlers {
  const power = (action: PowerAction) => (input: { readonly vmId: VmId }) =>
    change({
      vmId: input.vmId,
      wish: { kind: action },
      refusal: (vm) => powerRefusal(vm, action),
      run: (host) => host.changePower(input.vmId, action),
    })

  const create: Handlers['checkpoint.create'] = ({ vmId, notes = null, type, reason, setId, ...input }) => {
    const vmName = inventory.vms().find(({ id }) => id === vmId)?.name ?? ''
    const name = input.name ?? ownCheckpointName(settings.state().settings, vmName, clock.now(), reason)
    const wish = { kind: 'create-checkpoint', name, notes, type, reason, setId } as const
    return change({
      vmId,
      wish,
      sameAs: { ...wish, name: input.name ?? null },
      refusal: () => null,
      run: (host, { percent }) => host.createCheckpoint({ vmId, name, notes }, percent),
    })
  }

  const undo = createUndo(queue, change)
  const undoMilliseconds = (): number => settings.state().settings.undoSeconds * 1_000

  return {
    'host.status': () => Promise.resolve(inventory.status()),
    'host.refresh': async () => {
      await inventory.refresh()
      return inventory.status()
    },
    'host.diagnose': diagnose,
    'host.listFolders': async ({ path }) => {
      const host = inventory.host()
      // The schema has limited its length; the rules for a path that is not the top are those of any folder.
      if (path !== '') requireFolderPath(path as FolderPath, host.pathStyle)
      return host.listFolders(path)
    },
    'host.checkFolder': async ({ folder }) => {
      await requireUsableFolder(inventory.host(), folder)
      return {}
    },
    'vm.ids': () => Promise.resolve(inventory.vms().map(({ id }) => id)),
    'vm.list': ({ vmIds }) => {
      const wanted = vmIds === undefined ? null : new Set(vmIds)
      return Promise.resolve(inventory.vms().filter(({ id }) => wanted?.has(id) ?? true))
    },
    'vm.details': ({ vmId }) => inventory.host().readVmDetails(vmId),
    'checkpoint.details': (ref) => inventory.host().readCheckpointDetails(ref),
    'vm.thumbnail': ({ vmId, checkpointId }) => inventory.host().readThumbnail(vmId, checkpointId),
    'vm.readiness': ({ vmId }) => inventory.host().readReadiness(vmId),
    'vm.costs': ({ vmId }) => inventory.host().readCosts(vmId),
    'host.storage': () => inventory.host().readStorage(),
    'record.list': () => Promise.resolve([...records.list()]),
    'record.markRead': ({ checkpointId }) => {
      records.markRead(checkpointId)
      return Promise.resolve({})
    },
    'operation.list': () => Promise.resolve([...queue.list()]),

    'checkpoint.create': create,
    'checkpoint.quick': createQuickCheckpoint(create, settings),
    ...losingHandlers({ inventory, change, session, undoMilliseconds }),
    'checkpoint.rename': ({ name, ...ref }) =>
      change({
        vmId: ref.vmId,
        wish: { kind: 'rename-checkpoint', checkpointId: ref.checkpointId, name },
        refusal: onCheckpoint(ref, (_vm, checkpoint) => renameRefusal(checkpoint)),
        run: (host) => host.renameCheckpoint(ref, name),
      }),
    'checkpoint.changeNotes': ({ notes, ...ref }) =>
      change({
        vmId: ref.vmId,
        wish: { kind: 'change-checkpoint-notes', checkpointId: ref.checkpointId, notes },
        refusal: onCheckpoint(ref, (_vm, checkpoint) => renameRefusal(checkpoint)),
        run: (host) => host.changeCheckpointNotes(ref, notes),
      }),
    'checkpoint.export': async ({ folder, ...ref }) => {
      await requireUsableFolder(inventory.host(), folder)
      return change({
        vmId: ref.vmId,
        wish: { kind: 'export-checkpoint', checkpointId: ref.checkpointId, folder },
        refusal: onCheckpoint(ref, (_vm, checkpoint) => exportRefusal(checkpoint)),
        run: (host, { percent }) => host.exportCheckpoint(ref, folder, percent),
      })
    },

    'vm.changeCheckpointPolicy': async ({ vmId, changes, shown }) => {
      if (changes.location !== undefined) await requireUsableFolder(inventory.host(), changes.location)
      return change({
        vmId,
        wish: { kind: 'change-checkpoint-policy', changes },
        refusal: (vm) => policyRefusal(vm, changes, shown),
        run: (host) => host.changeCheckpointPolicy(vmId, changes),
      })
    },
    'vm.cancelActivity': ({ vmId, jobId }) => cancelActivity(inventory, queue, vmId, jobId),
    'vm.connect': async ({ vmId }) => {
      await inventory.fresh(vmId)
      await inventory.host().openConsole(vmId)
      return {}
    },
    'vm.enableBackupService': ({ vmId }) =>
      change({
        vmId,
        wish: { kind: 'enable-backup-service' },
        refusal: () => null,
        run: (host) => host.enableBackupService(vmId),
      }),
    'operation.undo': ({ operationId }) => undo(operationId),
    'vm.start': power('start'),
    'vm.shutDown': power('shut-down'),
    'vm.turnOff': power('turn-off'),
    'vm.save': power('save'),
    'vm.pause': power('pause'),
    'vm.resume': power('resume'),

    'settings.read': () => Promise.resolve(settings.state()),
    'settings.change': (changes) => Promise.resolve(settings.change(changes)),
    'app.session': () => Promise.resolve({ session }),
    ...desktopHandlers(desktop, publish, about),
  }
}
