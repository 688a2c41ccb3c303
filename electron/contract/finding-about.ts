import type { HealthFinding } from './health-finding.ts'
import type { Checkpoint, Vm } from './model.ts'

/** No zod in here: the window runs this file. */

type Said = Pick<HealthFinding, 'kind' | 'severity' | 'sentence' | 'remedy'>

export function findingAboutMachine(
  { id, name }: Vm,
  said: Said & Partial<Pick<HealthFinding, 'bytes' | 'checkpoints'>>,
): HealthFinding {
  const subject = { kind: 'machine', vmId: id, name } as const
  return { id: `${said.kind} ${id}`, subject, age: null, bytes: null, checkpoints: [], ...said }
}

export function findingAboutCheckpoint(
  vm: Vm,
  { id, name, createdAt }: Checkpoint,
  now: number,
  said: Said,
): HealthFinding {
  return {
    id: `${said.kind} ${id}`,
    subject: { kind: 'checkpoint', vmId: vm.id, vmName: vm.name, checkpointId: id, name },
    // A host whose clock runs ahead must not make a new checkpoint come from the future.
    age: createdAt === null ? null : Math.max(0, now - Date.parse(createdAt)),
    bytes: null,
    checkpoints: [id],
    ...said,
  }
}
