import { describe, expect, it, onTestFinished } from 'vitest'
import { openAppOnLab } from '../support/app-on-lab.ts'

describe('A folder that is looked at before anything is sent', () => {
  it.each([
    ['D:\\Exports', { ok: true, value: {} }],
    ['E:\\Gone', refused('folder-missing', 'The folder E:\\Gone is not there.')],
    ['C:\\Windows', refused('folder-not-writable', 'Nothing can be written to C:\\Windows.')],
    ['Exports', refused('invalid-folder', '')],
  ])('%s is answered as an export to it would be', async (folder, expected) => {
    const app = await openAppOnLab()
    onTestFinished(app.close)
    expect(await app.clock.settle(app.dispatch('host.checkFolder', { folder }))).toEqual(expected)
  })
})

function refused(code: string, start: string): object {
  return { ok: false, error: { code, message: expect.stringContaining(start) as string } }
}
