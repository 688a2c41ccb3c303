import type { OperationName } from '#contract/operations'

const vmId = '5a7e0001-1c0d-4e5a-9b01-00000000a001'
const checkpointId = '5a7e0001-1c0d-4e5a-9b01-00000000c001'
const ref = { vmId, checkpointId }
const seen = { session: '5a'.repeat(32), goes: [checkpointId], now: checkpointId }
const folder = 'D:\\Exports'

/** For each operation an input that its schema lets through, with all that it may hold. */
export const validInputs: Readonly<Record<OperationName, unknown>> = {
  'host.status': {},
  'host.refresh': {},
  'host.diagnose': {},
  'host.listFolders': { path: 'D:\\' },
  'host.checkFolder': { folder },
  'vm.ids': {},
  'vm.list': { vmIds: [vmId] },
  'vm.details': { vmId },
  'checkpoint.details': ref,
  'vm.thumbnail': ref,
  'vm.readiness': { vmId },
  'vm.costs': { vmId },
  'host.storage': {},
  'record.list': {},
  'record.markRead': { checkpointId },
  'operation.list': {},
  'checkpoint.create': {
    vmId,
    name: 'Before the patch',
    notes: 'Why',
    type: 'Standard',
    reason: 'Updates',
    setId: '77777777-7777-4777-8777-777777777777',
  },
  'checkpoint.quick': { vmId, reason: 'Updates' },
  'checkpoint.apply': { ...ref, seen, keepCurrent: true },
  'checkpoint.rename': { ...ref, name: 'Renamed' },
  'checkpoint.changeNotes': { ...ref, notes: 'Two\nlines' },
  'checkpoint.export': { ...ref, folder },
  'checkpoint.delete': { ...ref, seen },
  'checkpoint.deleteSubtree': { ...ref, seen },
  'vm.revert': { ...ref, seen, keepCurrent: false },
  'vm.changeCheckpointPolicy': {
    vmId,
    changes: { type: 'Standard', automatic: true, location: folder },
    shown: { type: 'Production', automatic: false, location: folder },
  },
  'vm.cancelActivity': { vmId, jobId: '44444444-4444-4444-8444-444444444444' },
  'vm.connect': { vmId },
  'vm.enableBackupService': { vmId },
  'operation.undo': { operationId: '22222222-2222-4222-8222-222222222222' },
  'vm.start': { vmId },
  'vm.shutDown': { vmId },
  'vm.turnOff': { vmId },
  'vm.save': { vmId },
  'vm.pause': { vmId },
  'vm.resume': { vmId },
  'settings.read': {},
  'settings.change': { theme: 'dark', undoSeconds: 3, favourites: [vmId] },
  'app.about': {},
  'app.session': {},
  'desktop.state': {},
  'hotkey.pause': { isPaused: true },
  'window.show': { what: 'window', vmId },
  'host.joinAdministrators': {},
  'folder.pick': { start: 'D:\\' },
  'folder.show': { path: folder },
}
