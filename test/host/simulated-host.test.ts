import { FolderPath } from '#contract/inputs'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { createHostLab } from '../support/host-lab.ts'
import { describeHyperVHost } from './hyperv-host.suite.ts'

describeHyperVHost('The simulated host', (pace) => {
  const lab = createHostLab(systemClock.now())
  const simulation = createSimulation({ lab: lab.vms, clock: systemClock, pace })
  const host = createSimulatedHost(simulation, systemClock)
  return Promise.resolve({
    host,
    lab,
    exportFolder: FolderPath.parse('D:\\Exports'),
    close: host.close,
  })
})
