import { expect, it } from 'vitest'
import { CheckpointId, VmId } from '#contract/model'
import { hostDetails } from '../../electron/hyperv/powershell/host-details.ts'
import type { Session } from '../../electron/hyperv/powershell/session.ts'
import { createManualClock } from '../support/manual-clock.ts'

const vmId = VmId.parse('11111111-1111-4111-8111-111111111111')
const checkpointId = CheckpointId.parse('22222222-2222-4222-8222-222222222222')
const memory = { startup: 1, isDynamic: false, minimum: 1, maximum: 1 }
const hardware = { processors: 1, memory, disks: [], networkAdapters: [] }
const value = { hardware, files: [], memoryDemand: 0, isClustered: false, heartbeat: '' }

it('has the files of a checkpoint opened anew where they were not opened within ten seconds', async () => {
  const clock = createManualClock()
  const asked: unknown[] = []
  const run: Session['run'] = (verb, { afresh }) => {
    asked.push(afresh ?? verb)
    return Promise.resolve({ value, parts: [] })
  }
  const details = hostDetails(run, clock)
  const readCheckpoint = (): Promise<unknown> => details.readCheckpointDetails({ vmId, checkpointId })
  await readCheckpoint()
  await clock.advance(10_000)
  await readCheckpoint()
  await clock.advance(1)
  await readCheckpoint()
  await clock.advance(9_000)
  await details.readVmDetails(vmId)
  await clock.advance(9_000)
  await readCheckpoint()
  expect(asked).toEqual([true, false, true, 'vm-details', false])
})
