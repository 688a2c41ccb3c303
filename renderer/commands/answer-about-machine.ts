import type { WindowRequest } from '#contract/desktop'
import { assertNever } from '#contract/errors'
import type { CheckpointId, Operation, OperationId, Vm, VmId } from '#contract/model'
import { questions } from '../dialogs/ask.ts'
import { sentence } from '../sentence.ts'
import { useHosts } from '../stores/hosts.ts'
import { useNotices } from '../stores/notices.ts'
import { useOperations } from '../stores/operations.ts'
import { useSelection } from '../stores/selection.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import { forgetFocus } from '../ui/last-focus.ts'
import { rename } from './checkpoint-commands.ts'
import { offer, type Command } from './command.ts'
import { once } from './once.ts'
import { runOrTell } from './run-or-tell.ts'
import { showCheckpoint } from './show-checkpoint.ts'
import { createNamedCheckpoint, revert } from './vm-commands.ts'

type AboutMachine = Exclude<WindowRequest, { readonly what: 'health' | 'settings' }>

/** What is asked of one machine: it is selected, and the rest happens as if it had been asked for here. */
export function answerAboutMachine(request: AboutMachine): void {
  switch (request.what) {
    case 'window':
      if (request.vmId !== null) withMachine(request.vmId, select)
      return
    case 'checkpoint-named':
      withMachine(request.vmId, (vm) => {
        run(createNamedCheckpoint, vm)
      })
      return
    case 'revert':
      withMachine(request.vmId, (vm) => {
        run(revert, vm)
      })
      return
    case 'rename-checkpoint':
      withMachine(request.vmId, (vm) => {
        renameInTree(vm, request.checkpointId)
      })
      return
    case 'operation':
      showOperation(request.operationId)
      return
    default:
      assertNever(request)
  }
}

function withMachine(vmId: VmId, task: (vm: Vm) => void): void {
  const vm = useVms().byId.get(vmId)
  if (vm === undefined) tellGone(text.request.machineGone)
  else task(vm)
}

/** A filter that hides it would leave it selected out of sight. */
function select(vm: Vm): void {
  const selection = useSelection()
  forgetFocus()
  if (!selection.sought.shows(vm)) selection.filter = ''
  if (selection.vmId !== vm.id || selection.vms.length > 1) selection.selectVm(vm.id)
}

/** Asked for twice, it is one question. */
function run(command: Command<Vm>, vm: Vm): void {
  select(vm)
  const task = (): Promise<void> => once(`${command.id} ${vm.id}`, () => command.run(vm))
  runOrTell({ ...offer(command, vm, obstacle()), run: () => void task() }, vm.name)
}

function renameInTree(vm: Vm, checkpointId: CheckpointId): void {
  const checkpoint = vm.checkpoints.find(({ id }) => id === checkpointId)
  if (checkpoint === undefined) {
    select(vm)
    tellGone(text.request.checkpointGone(vm.name))
    return
  }
  const reason = questions.value.length === 0 ? obstacle() : text.request.questionOpen
  void showCheckpoint(vm.id, checkpointId).then(() => {
    runOrTell(offer(rename, { vm, checkpoint }, reason), vm.name)
  })
}

/** What it is about is shown, and how it ended is told again; one that goes on is in the machine’s row. */
function showOperation(id: OperationId): void {
  const operations = useOperations()
  const operation = operations.byId.get(id)
  if (operation === undefined) {
    tellGone(text.request.operationGone)
    return
  }
  const vm = useVms().byId.get(operation.vmId)
  if (vm === undefined) tellGone(text.request.machineGone)
  else showWhatItWasAbout(vm, operation)
  if (operation.endedAt !== null) operations.tellEnd(operation)
}

/** Who reads of it long after may look for a checkpoint that is no longer there; a delete is told by that itself. */
function showWhatItWasAbout(vm: Vm, { kind, checkpointId }: Operation): void {
  if (checkpointId !== null && vm.checkpoints.some(({ id }) => id === checkpointId)) {
    void showCheckpoint(vm.id, checkpointId)
    return
  }
  select(vm)
  const isDelete = kind === 'delete-checkpoint' || kind === 'delete-checkpoint-subtree'
  if (checkpointId !== null && !isDelete) tellGone(text.request.checkpointGone(vm.name))
}

function tellGone(message: string): void {
  useNotices().add({
    id: 'window-request',
    severity: 'warning',
    vmId: null,
    title: sentence`${text.product}`,
    message: obstacle() ?? message,
    detail: null,
  })
}

function obstacle(): string | null {
  return useHosts().problem?.message ?? null
}
