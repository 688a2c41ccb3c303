import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '#contract/errors'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { chooseHost } from '../../electron/hyperv/choose-host.ts'

const missing = 'PowerShell is not on this computer.'

describe('where Hyper-V is looked for', () => {
  it('takes Hyper-V where it answers', async () => {
    const { host, demoReason } = await chooseHost({ ...options(null), mayFallBack: true }).connect()
    expect([host.kind, demoReason]).toEqual(['hyper-v', null])
  })

  it.each<ErrorCode>(['powershell-missing', 'module-missing'])(
    'takes the demo host, and says why, after %s',
    async (code) => {
      const { host, demoReason } = await chooseHost({ ...options(code), mayFallBack: true }).connect()
      expect([host.kind, demoReason]).toEqual(['demo', missing])
    },
  )

  it.each<ErrorCode>(['service-stopped', 'access-denied', 'language-mode', 'timeout'])(
    'shows the problem and no demo host after %s',
    async (code) => {
      await expect(chooseHost({ ...options(code), mayFallBack: true }).connect()).rejects.toMatchObject({
        code,
      })
    },
  )

  it('shows the problem where Hyper-V was asked for by name', async () => {
    await expect(
      chooseHost({ ...options('powershell-missing'), mayFallBack: false }).connect(),
    ).rejects.toMatchObject({ code: 'powershell-missing' })
  })

  it('never turns into the demo host once Hyper-V has answered', async () => {
    let code: ErrorCode | null = null
    const choice = chooseHost({
      hyperV: () => host('hyper-v', () => code),
      demo: () => host('demo', () => null),
      reason: null,
      mayFallBack: true,
    })
    await choice.connect()
    code = 'module-missing'
    await expect(choice.connect()).rejects.toMatchObject({ code: 'module-missing' })
  })
})

function options(code: ErrorCode | null): {
  readonly hyperV: () => HyperVHost
  readonly demo: () => HyperVHost
  readonly reason: null
} {
  return { hyperV: () => host('hyper-v', () => code), demo: () => host('demo', () => null), reason: null }
}

/** Of a host the choice uses these three; anything else would be a defect and fail here. */
function host(kind: HyperVHost['kind'], problem: () => ErrorCode | null): HyperVHost {
  return {
    kind,
    connect: () => {
      const code = problem()
      return code === null
        ? Promise.resolve({ name: 'HV-LAB', description: '' })
        : Promise.reject(new AppError(code, missing))
    },
    close: () => Promise.resolve(),
  } as unknown as HyperVHost
}
