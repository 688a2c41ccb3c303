import { expect, it, onTestFinished } from 'vitest'
import { failureOf } from '#contract/errors'
import { VmId } from '#contract/model'
import { createPowerShellHost } from '../../electron/hyperv/powershell/host.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { prepareFakeShell, type Step } from '../stand-in/open-fake-session.ts'

const vmId = VmId.parse('11111111-1111-4111-8111-111111111111')
const connects: Step = { say: ['{mark} {number} done {"name":"HV-LAB"}'] }
const lost: readonly Step[] = [{}, { say: [], exit: 7 }]

it('PowerShell that changes something and was lost three times is begun anew where a person asks for it', async () => {
  const { options } = prepareFakeShell([[{}, connects], lost, lost, lost])
  const { file: powershell, environment, log } = options
  const host = createPowerShellHost({ powershell, environment, clock: systemClock, log })
  onTestFinished(host.close)
  const started = () => host.changePower(vmId, 'start').then(() => 'done', failureOf)
  await host.connect()
  for (let times = 0; times < 3; times += 1)
    expect(await started()).toMatchObject({ code: 'outcome-unknown' })
  expect(await started()).toMatchObject({
    code: 'host-lost',
    message: expect.stringContaining('three times') as string,
  })
  host.startAnew?.()
  expect(await started()).toBe('done')
})
