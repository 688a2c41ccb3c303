import { describe, expect, it } from 'vitest'
import type { CheckpointType, VmId } from '#contract/model'
import { verdictOf } from '#contract/verdict'
import { restingStates, serviceKinds } from '../../support/host-lab.ts'
import { checkpointOf, endOf } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeVerdicts(bench: () => Workbench): void {
  describe('saying what a checkpoint will be', () => {
    it.each(restingStates)(
      'agrees with what is then taken under every policy and with every backup service: %s',
      async (state) => {
        const said: string[] = []
        const taken: string[] = []
        for (const service of serviceKinds) {
          for (const policy of policies) {
            const vmId = bench().lab.resting(state, service)
            await bench().host.changeCheckpointPolicy(vmId, { type: policy })
            const title = `${service}, ${policy}: `
            said.push(title + (await saidOf(bench(), vmId)))
            taken.push(title + (await takenOf(bench(), vmId)))
          }
        }
        expect(said).toEqual(taken)
      },
    )

    it('agrees with every refusal', async () => {
      const { role } = bench().lab
      const refusing = [role.disabled, role.legacy, role.productionOnly, role.gpu, role.atLimit, role.replica]
      const said = []
      const taken = []
      for (const vmId of [...refusing, role.critical]) {
        said.push(await saidOf(bench(), vmId))
        taken.push(await takenOf(bench(), vmId))
      }
      expect(said).toEqual(said.map(() => 'refused'))
      expect(taken).toEqual(said)
    })
  })
}

const policies: readonly CheckpointType[] = ['Production', 'ProductionOnly', 'Standard', 'Disabled']

type End = 'with memory' | 'disks alone' | 'refused'

async function saidOf({ host, read }: Workbench, vmId: VmId): Promise<End | 'open'> {
  const verdict = verdictOf(await read(vmId), await host.readReadiness(vmId))
  switch (verdict.kind) {
    case 'production':
    case 'offline':
      return 'disks alone'
    case 'standard':
      return 'with memory'
    case 'refused':
    case 'open':
      return verdict.kind
  }
}

async function takenOf({ take, read }: Workbench, vmId: VmId): Promise<End> {
  const taking = take(vmId)
  if ((await endOf(taking)) !== 'done') return 'refused'
  const { isSaved } = checkpointOf(await read(vmId), await taking)
  return isSaved === true ? 'with memory' : 'disks alone'
}
