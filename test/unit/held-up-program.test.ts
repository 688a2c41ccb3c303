import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Clock } from '../../electron/core/ports.ts'
import { startDeadline } from '../../electron/hyperv/powershell/deadline.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'

/** Milliseconds. */
const deadline = 200

describe('The deadline of a program that was held up', () => {
  it('does not pass where the answer came meanwhile and lies there unread', async () => {
    const { child, hasWritten } = writer()
    const onPassed = vi.fn()
    const { renew, cancel } = startDeadline(systemClock, deadline, onPassed)
    child.stdout.on('data', renew)
    const read = once(child.stdout, 'data')
    holdUp(hasWritten)
    await read
    cancel()
    expect(onPassed).not.toHaveBeenCalled()
  })

  it('passes all the same where nothing came', async () => {
    const start = performance.now()
    const passed = new Promise<void>((resolve) => {
      startDeadline(systemClock, deadline, resolve)
    })
    holdUp(() => performance.now() - start > deadline)
    await passed
  })

  it('leaves a whole step after a sleep, however little was left before it', () => {
    const lengths: number[] = []
    let now = 0
    let due: () => void = () => undefined
    const clock: Clock = {
      now: () => now,
      monotonic: () => now,
      after: (milliseconds, callback) => {
        lengths.push(milliseconds)
        due = callback
        return () => undefined
      },
    }
    startDeadline(clock, 6_000, () => undefined)
    now += 5_000
    due()
    now += 60 * 60_000
    due()
    expect(lengths).toEqual([5_000, 1_000, 5_000])
  })
})

/** A process that writes one line and then leaves a file, which can be seen without reading the line. */
function writer() {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-held-up-'))
  const done = join(folder, 'done')
  const script = `const fs = require('node:fs'); fs.writeSync(1, 'here'); fs.writeFileSync(${JSON.stringify(done)}, '')`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    if (child.exitCode === null) await once(child, 'exit')
    rmSync(folder, { recursive: true })
  })
  return { child, hasWritten: () => existsSync(done) }
}

/** Nothing else of this program runs until both is true: that, and the deadline is over by far. */
function holdUp(isDone: () => boolean): void {
  const start = performance.now()
  while (!isDone() || performance.now() - start < 2 * deadline) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
  }
}
