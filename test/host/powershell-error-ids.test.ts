import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { AppError, type ErrorCode } from '#contract/errors'
import { JobId } from '#contract/model'
import { appErrorOf, failuresByErrorId } from '../../electron/hyperv/failures.ts'
import { createFaults } from '../../electron/hyperv/simulated/faults.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { openStandInHost } from '../stand-in/open-stand-in-host.ts'
import { openStandInSession } from '../stand-in/open-stand-in-session.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { createHostLab } from '../support/host-lab.ts'
import type { OpenedHost } from './hyperv-host.suite.ts'
import { unknownCheckpointId, unknownVmId } from './suite/workbench.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

/** Hyper-V's ids, each with the category it comes with, and what they are to the app. */
const ofHyperV: readonly (readonly [errorId: string, category: string, code: ErrorCode])[] = [
  ['ObjectNotFound', 'ObjectNotFound', 'vm-not-found'],
  ['AccessDenied', 'PermissionDenied', 'access-denied'],
  ['InvalidState', 'InvalidOperation', 'wrong-state'],
  ['OperationTimeout', 'OperationTimeout', 'timeout'],
  ['ObjectInUse', 'ResourceBusy', 'busy'],
  ['OutOfMemory', 'FromStdErr', 'operation-failed'],
  ['NotSupported', 'InvalidOperation', 'operation-failed'],
  ['FileNotFound', 'ObjectNotFound', 'operation-failed'],
  // Those without a sentence of their own: by their category, or by Hyper-V's own words alone.
  ['InvalidParameter', 'InvalidArgument', 'operation-failed'],
  ['InvalidOperation', 'InvalidOperation', 'operation-failed'],
  ['RebootRequired', 'FromStdErr', 'operation-failed'],
  ['StatusIncorrectType', 'InvalidOperation', 'operation-failed'],
  ['StatusUnavailable', 'ResourceUnavailable', 'operation-failed'],
  ['OperationFailed', 'NotSpecified', 'operation-failed'],
  ['DeviceNotFound', 'ObjectNotFound', 'operation-failed'],
  ['Unspecified', 'NotSpecified', 'operation-failed'],
  ['OfAVersionToCome', 'PermissionDenied', 'access-denied'],
  ['OfAVersionToCome', 'OperationTimeout', 'timeout'],
  ['OfAVersionToCome', 'ResourceBusy', 'busy'],
]

/** Ids of PowerShell itself and of our scripts: by what is done to get them. */
const ofOthers: Readonly<Record<string, ErrorCode>> = {
  SavepointVmNotFound: 'vm-not-found',
  SavepointCheckpointNotFound: 'checkpoint-not-found',
  SavepointChangedMeanwhile: 'changed-meanwhile',
  SavepointNothingToCancel: 'wrong-state',
  SavepointNoBackupService: 'not-allowed',
  SavepointNotCancelled: 'not-allowed',
  Modules_ModuleNotFound: 'module-missing',
  CouldNotAutoLoadModule: 'module-missing',
}

it('Every error id that has a sentence is brought about here', () => {
  const known = [...failuresByErrorId.keys()]
  const tried = new Set([...ofHyperV.map(([errorId]) => errorId), ...Object.keys(ofOthers)])
  expect(known.filter((errorId) => !tried.has(errorId))).toEqual([])
})

describe.skipIf(powershell === null)(`An error of Hyper-V${reason}`, () => {
  const faults = createFaults()
  let opened: OpenedHost
  beforeAll(async () => {
    opened = await openStandInHost({ powershell: powershell ?? '', faults })
    await opened.host.connect()
  })
  afterAll(() => opened.close())

  it.each(ofHyperV)('by the id %s (%s) is told as %s, with its sentence', async (errorId, category, code) => {
    const message = 'Die Worte des Hosts: „Fehler“.'
    const vmId = opened.lab.role.buildAgent
    faults.plan({ verb: 'change-settings', vmId, errorId, category, message, times: 1 })
    const failure = await failureOf(opened.host.changeCheckpointPolicy(vmId, { automatic: true }))
    const { message: sentence } = appErrorOf({ errorId, category, message, service: 'Running' })
    expect(failure).toMatchObject({ code, message: sentence, detail: message })
    expect(sentence).toMatch(/^[A-Z].*\w$|^[A-Z].*\.$/)
  })

  it('in a script of ours is told by its own sentence', async () => {
    const { host, lab } = opened
    const vmId = lab.role.tester
    const known = (await host.readVm(vmId))!.checkpoints
    const jobId = JobId.parse('00000000-dead-4bad-8000-00000000feed')
    const checkpointId = unknownCheckpointId
    const under = (await host.readVm(vmId))!.parentCheckpointId
    const elsewhere = known.find(({ id }) => id !== under)!.id
    const failures = {
      SavepointVmNotFound: await failureOf(host.changePower(unknownVmId, 'start')),
      SavepointCheckpointNotFound: await failureOf(
        host.applyCheckpoint({ vmId, checkpointId }, () => undefined),
      ),
      SavepointChangedMeanwhile: await failureOf(
        host.revert({ vmId, checkpointId: elsewhere }, () => undefined),
      ),
      SavepointNothingToCancel: await failureOf(host.cancelJob(vmId, jobId)),
    }
    for (const [errorId, failure] of Object.entries(failures)) expectSentence(errorId, failure)
  })

  it('in a machine without a backup service is told by its own sentence', async () => {
    const environment = { SAVEPOINT_STAND_IN_BACKUP_SERVICE: 'absent' }
    const { host, lab, close } = await openStandInHost({ powershell: powershell ?? '', environment })
    onTestFinished(close)
    await host.connect()
    expectSentence('SavepointNoBackupService', await failureOf(host.enableBackupService(lab.role.webServer)))
  })

  it('in a job that does not let itself be cancelled is told by its own sentence', async () => {
    const { host, lab, close } = await openStandInHost({ powershell: powershell ?? '', pace: 6 })
    onTestFinished(close)
    await host.connect()
    const vmId = lab.spare('standard')[0]!
    // So slow that it is ended with the host, long before it is done.
    const creating = failureOf(host.createCheckpoint({ vmId, name: null, notes: null }, () => undefined))
    const job = await vi.waitUntil(async () => (await host.readVm(vmId))?.activity?.job, { timeout: 20_000 })
    expectSentence('SavepointNotCancelled', await failureOf(host.cancelJob(vmId, job.id)))
    await host.close()
    expect((await creating)?.code).toBe('outcome-unknown')
  })
})

describe.skipIf(powershell === null)(`An error before Hyper-V is asked${reason}`, () => {
  it('is told as a module that is missing, whether it is loaded or a cmdlet of it is called', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'savepoint-no-modules-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const { vms } = createHostLab(systemClock.now())
    const { session } = await openStandInSession(powershell ?? '', vms, {}, folder)
    expectSentence('Modules_ModuleNotFound', await failureOf(session.run('connect', {})))
    expectSentence(
      'CouldNotAutoLoadModule',
      await failureOf(session.run('power', { vmId: unknownVmId, action: 'start' })),
    )
  })
})

function expectSentence(errorId: string, failure: AppError | null): void {
  const { code, message } = appErrorOf({ errorId, category: '', message: '', service: null })
  expect({ errorId, code: failure?.code, message: failure?.message }).toEqual({ errorId, code, message })
  expect(code).toBe(ofOthers[errorId])
}

async function failureOf(request: Promise<unknown>): Promise<AppError | null> {
  try {
    await request
    return null
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}
