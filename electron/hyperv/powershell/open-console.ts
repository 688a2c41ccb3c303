import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { AppError } from '#contract/errors'
import type { VmId } from '#contract/model'

/**
 * Opens Hyper-V's own window on the screen of a virtual machine. Found by its full path, so that nothing else of that
 * name is started, and told the Id alone. It goes on when the app ends.
 */
export async function openConsole(
  vmId: VmId,
  windows = process.env.SystemRoot ?? 'C:\\Windows',
): Promise<void> {
  const program = join(windows, 'System32', 'vmconnect.exe')
  const child = spawn(program, ['localhost', '-G', vmId], { detached: true, stdio: 'ignore' })
  try {
    await once(child, 'spawn')
  } catch (error) {
    throw new AppError(
      'operation-failed',
      'Virtual Machine Connection could not be started. It is part of the Windows feature “Hyper-V GUI Management Tools”.',
      String(error),
    )
  }
  child.unref()
}
