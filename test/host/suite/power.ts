import { describe, expect, it } from 'vitest'
import type { PowerAction } from '#contract/eligibility'
import type { VmState } from '#contract/model'
import { endOf, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describePower(bench: () => Workbench): void {
  describe('power', () => {
    it('goes through every state a person can ask for', async () => {
      const { host, spare, until } = bench()
      const vmId = spare('off')
      for (const [action, state] of journey) {
        await host.changePower(vmId, action)
        await until(vmId, (vm) => vm.state === state)
      }
      expect((await bench().read(vmId)).state).toBe('Off')
    })

    it('refuses what the state does not allow', async () => {
      const { host, lab, read } = bench()
      const { buildAgent, legacy } = lab.role
      expect({
        pauseOff: await endOf(host.changePower(buildAgent, 'pause')),
        resumeOff: await endOf(host.changePower(buildAgent, 'resume')),
        saveOff: await endOf(host.changePower(buildAgent, 'save')),
        pauseSaved: await endOf(host.changePower(legacy, 'pause')),
        shutDownSaved: await endOf(host.changePower(legacy, 'shut-down')),
        unknown: await endOf(host.changePower(unknownVmId, 'start')),
        states: [(await read(buildAgent)).state, (await read(legacy)).state],
      }).toEqual({
        pauseOff: 'wrong-state',
        resumeOff: 'wrong-state',
        saveOff: 'wrong-state',
        pauseSaved: 'wrong-state',
        shutDownSaved: 'wrong-state',
        unknown: 'vm-not-found',
        states: ['Off', 'Saved'],
      })
    })

    it('takes an automatic checkpoint on a start, and drops it on a clean end', async () => {
      const { host, spare, until, read } = bench()
      const vmId = spare('automatic')
      await host.changePower(vmId, 'start')
      const started = await until(vmId, (vm) => vm.state === 'Running')
      expect(started.checkpoints).toMatchObject([{ category: 'automatic', isSaved: false }])
      await host.changePower(vmId, 'shut-down')
      await until(vmId, (vm) => vm.state === 'Off' && vm.checkpoints.length === 0)
      expect((await read(vmId)).parentCheckpointId).toBeNull()
    })

    it('takes no automatic checkpoint where there is a checkpoint already', async () => {
      const { host, spare, take, until } = bench()
      const vmId = spare('automatic')
      await take(vmId, 'By hand')
      await host.changePower(vmId, 'start')
      const { checkpoints } = await until(vmId, (vm) => vm.state === 'Running')
      expect(checkpoints.map((each) => each.name)).toEqual(['By hand'])
    })
  })
}

const journey: readonly (readonly [PowerAction, VmState])[] = [
  ['start', 'Running'],
  ['pause', 'Paused'],
  ['resume', 'Running'],
  ['save', 'Saved'],
  ['start', 'Running'],
  ['shut-down', 'Off'],
  ['start', 'Running'],
  ['turn-off', 'Off'],
]
