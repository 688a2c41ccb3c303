import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as electron from 'electron'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { guardGraphics } from '../../electron/desktop/guard-graphics.ts'
import { openJsonFile } from '../../electron/storage/json-file.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

let folder: string

beforeEach(() => {
  vi.clearAllMocks()
  folder = mkdtempSync(join(tmpdir(), 'savepoint-graphics-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
})

/** Whether Electron was told to draw in software. The start before this one is over, however it ended. */
function start(): boolean {
  electron.app.removeAllListeners()
  vi.clearAllMocks()
  const answer = guardGraphics(openJsonFile(folder, 'graphics'))
  expect(vi.mocked(electron.app.disableHardwareAcceleration).mock.calls.length).toBe(answer ? 1 : 0)
  return answer
}

function lose(type = 'GPU', reason = 'crashed'): void {
  electron.app.emit('child-process-gone', {}, { type, reason, exitCode: 1 })
}

describe('The process that draws', () => {
  it('lost with the whole app, is done without by the next start, and by no other', () => {
    const starts = [start()]
    lose()
    lose()
    starts.push(start())
    // Without the card it is lost as well, so the card was not to blame.
    lose()
    starts.push(start(), start())
    expect(starts).toEqual([false, true, false, false])
  })

  it('lost by an app that goes on and is quit later, changes nothing', () => {
    start()
    lose()
    electron.app.emit('quit')
    expect(start()).toBe(false)
  })

  it.each([
    ['GPU', 'clean-exit'],
    ['GPU', 'killed'],
    ['Utility', 'crashed'],
  ])('is not what ended where it is said: %s, %s; nothing is written then', (type, reason) => {
    start()
    lose(type, reason)
    electron.app.emit('quit')
    expect([existsSync(join(folder, 'graphics.json')), start()]).toEqual([false, false])
  })
})
