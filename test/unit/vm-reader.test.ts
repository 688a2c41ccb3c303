import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import type { Session } from '../../electron/hyperv/powershell/session.ts'
import { createVmReader } from '../../electron/hyperv/powershell/vm-reader.ts'
import { createManualClock } from '../support/manual-clock.ts'

const vmId = '5a7e00fd-1c0d-4e5a-9b02-000000000001'
const unread = {
  unread: { vmId, error: { errorId: 'Unspecified', category: 'NotSpecified', message: '', service: null } },
}
const notUnderstood = { vm: 'nobody knows which' }
const end = { removed: [], reading: { strategy: 'cim', reason: null, detail: '' } }

describe('Reading a list whose telling goes wrong', () => {
  it('counts a machine as unread only where the last telling could not read it', async () => {
    const { reader } = readerOf([{ parts: [{ afresh: true }, unread, { afresh: true }] }])
    expect((await reader.readAll()).unread).toEqual([])
  })

  it('asks for everything again after a line that nobody can understand, and until that is answered', async () => {
    const { reader, asked } = readerOf([{ parts: [notUnderstood] }, { fails: true }, {}, {}])
    expect((await reader.readAll()).unread).toMatchObject([{ vmId: null }])
    await expect(reader.readAll()).rejects.toMatchObject({ code: 'timeout' })
    await reader.readAll()
    await reader.readAll()
    expect(asked).toEqual([{}, { afresh: true }, { afresh: true }, {}])
  })
})

interface Telling {
  readonly parts?: readonly unknown[]
  readonly fails?: true
}

function readerOf(tellings: readonly Telling[]): {
  readonly reader: ReturnType<typeof createVmReader>
  readonly asked: readonly object[]
} {
  const asked: object[] = []
  const run: Session['run'] = (_verb, parameters, _onProgress, onPart) => {
    const { parts = [], fails } = tellings[asked.length] ?? {}
    asked.push(parameters)
    if (fails === true) return Promise.reject(new AppError('timeout', 'No answer in time.'))
    for (const part of parts) onPart?.(part)
    return Promise.resolve({ parts, value: end })
  }
  return { reader: createVmReader(() => run, createManualClock()), asked }
}
