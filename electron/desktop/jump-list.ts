import { type JumpListItem, app } from 'electron'
import type { Vm, VmId } from '#contract/model'
import { trayName } from '#contract/tray-name'

/** What starts the app anew, now or after it ended; null where nothing does, or the system has no such list. */
export function jumpListProgram(environment: NodeJS.ProcessEnv): string | null {
  if (process.platform !== 'win32' || !app.isPackaged) return null
  // A portable program runs from a folder that is gone when it ends.
  return environment.PORTABLE_EXECUTABLE_FILE ?? process.execPath
}

interface Shown {
  readonly vms: readonly Pick<Vm, 'id' | 'name'>[]
  readonly settings: { readonly favourites: readonly VmId[]; readonly lastVmId: VmId | null }
}

/** Windows shows about ten of them. */
const mostMachines = 9

/**
 * What Windows offers at a right click on the app in the taskbar or the Start menu: to open it, and a checkpoint of the last
 * machine and of the favourites. Each entry starts `program` anew, which hands its wish over to the app that runs.
 */
export function createJumpList(program: string): (shown: Shown) => void {
  let last = ''
  return (shown) => {
    const items = [
      open(program),
      ...machinesOf(shown).map(({ id, name }) => checkpoint(program, id, trayName(name))),
    ]
    const now = JSON.stringify(items)
    if (now === last) return
    last = now
    // Tasks and no category of our own, for people can throw entries out of one of those, and it must be left out whole then.
    app.setJumpList([{ type: 'tasks', items }])
  }
}

function machinesOf({ vms, settings: { lastVmId, favourites } }: Shown): readonly Pick<Vm, 'id' | 'name'>[] {
  const ids = new Set([...(lastVmId === null ? [] : [lastVmId]), ...favourites])
  return [...ids].flatMap((id) => vms.find((vm) => vm.id === id) ?? []).slice(0, mostMachines)
}

function open(program: string): JumpListItem {
  return {
    type: 'task',
    title: 'Open Savepoint',
    description: 'Open the window of Savepoint',
    program,
    args: '',
    iconPath: program,
    iconIndex: 0,
  }
}

/** The line of a command holds the Id alone: a name could end its quotes. */
function checkpoint(program: string, vmId: VmId, name: string): JumpListItem {
  return {
    type: 'task',
    title: `Checkpoint of ${name}`,
    description: `Take a checkpoint of ${name} now`,
    program,
    args: `--checkpoint=${vmId}`,
    iconPath: program,
    iconIndex: 0,
  }
}
