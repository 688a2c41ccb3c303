import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CheckpointName, CheckpointNotes } from '#contract/inputs'
import type { CheckpointId, VmId } from '#contract/model'
import { openStandInHost } from '../stand-in/open-stand-in-host.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import type { OpenedHost } from './hyperv-host.suite.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

/** What ends, begins, expands or stands for something in PowerShell, JSON, XML, a pattern or a terminal. */
const nasty = '\'"‘’‚‛“”„`$(){}[];|&<>#@%*?\\/,=~^!+-. \u00a0\u200b\u0301ß日éאñ𝕊👍'
const text = (longest: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from(nasty)), maxLength: longest }),
    fc.string({ unit: 'binary', maxLength: longest }),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom(
      '/Date(1700000000000)/',
      '\\/Date(0)\\/',
      'null',
      'true',
      '1e3',
      '[guid]',
      '-Name x',
      '--%',
    ),
  )
const names = text(50).filter((name) => CheckpointName.safeParse(name).success)
const notes = text(80).filter((each) => CheckpointNotes.safeParse(each).success)

describe.skipIf(powershell === null)(`The session line of a real PowerShell${reason}`, () => {
  let opened: OpenedHost
  let vmId: VmId
  let checkpointId: CheckpointId
  beforeAll(async () => {
    opened = await openStandInHost({ powershell: powershell ?? '' })
    await opened.host.connect()
    vmId = opened.lab.spare('off')[0]!
    const request = { vmId, name: CheckpointName.parse('First'), notes: null }
    ;({ checkpointId } = await opened.host.createCheckpoint(request, () => undefined))
  })
  afterAll(() => opened.close())

  it('carries every name that Hyper-V allows there and back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        await opened.host.renameCheckpoint({ vmId, checkpointId }, CheckpointName.parse(name))
        const vm = await opened.host.readVm(vmId)
        expect(vm?.checkpoints.map((each) => each.name)).toEqual([name])
      }),
      { numRuns: 60 },
    )
  })

  it('carries notes through XML unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(notes, async (each) => {
        const spare = opened.lab.spare('standard')[0]!
        const request = { vmId: spare, name: null, notes: CheckpointNotes.parse(each) }
        const created = await opened.host.createCheckpoint(request, () => undefined)
        const vm = await opened.host.readVm(spare)
        const found = vm?.checkpoints.find(({ id }) => id === created.checkpointId)
        await opened.host.deleteCheckpoint(
          { vmId: spare, checkpointId: created.checkpointId },
          () => undefined,
        )
        expect([found?.notes, created.remark]).toEqual([each, null])
      }),
      { numRuns: 25 },
    )
  })
})
