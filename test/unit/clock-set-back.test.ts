import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { checkpointTree, treeRow } from '../../renderer/checkpoint-tree.ts'
import { moment } from '../../renderer/format.ts'
import { secondsUntil } from '../../renderer/seconds-until.ts'
import { exampleCheckpoint, exampleVm } from '../support/example-vm.ts'
import { findPwsh } from '../support/find-pwsh.ts'

/** Before anything that writes moments is loaded. Clocks there are put back on the last Sunday in October. */
const before = vi.hoisted(() => {
  const { TZ } = process.env
  process.env.TZ = 'Europe/Berlin'
  return TZ
})
afterAll(() => {
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
})

const powershell = findPwsh()

describe('Where the clock is set back', () => {
  it('the two times of an hour that is there twice can be told apart, and no other hour says more', () => {
    const times = [
      '2026-10-24T23:59:59Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T02:00:00Z',
    ]
    expect(times.map(moment).map((words) => /GMT.*/.exec(words)?.[0] ?? 'no offset')).toEqual([
      'no offset',
      'GMT+2',
      'GMT+1',
      'no offset',
    ])
    expect(new Set(times.map(moment)).size).toBe(4)
  })

  it('a checkpoint hangs under its parent all the same, whenever each of them was taken', () => {
    const moments = fc.array(
      fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') }),
      {
        minLength: 6,
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(moments, (taken) => {
        const checkpoints = taken.map((at, index) => ({
          ...exampleCheckpoint(index + 1),
          parentId: index === 0 ? null : exampleCheckpoint(Math.ceil(index / 2)).id,
          createdAt: at.toISOString(),
        }))
        const oldestFirst = checkpoints.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
        const tree = checkpointTree(exampleVm({ checkpoints: oldestFirst, parentCheckpointId: null }))
        const rows = Array.from(tree.nodes, (_node, row) => treeRow(tree, row))
        const parents = rows.flatMap(({ checkpoint, row }) => {
          const above = tree.parents[row] ?? -1
          return checkpoint === null ? [] : [[checkpoint.parentId, above === -1 ? null : rows[above]?.key]]
        })
        expect(parents).toHaveLength(taken.length)
        for (const [parent, drawn] of parents) expect(drawn).toBe(parent)
      }),
    )
  })

  it('nobody is told to wait for an hour until a delete is sent', () => {
    expect(secondsUntil(new Date(Date.now() + 3_600_000).toISOString())).toBe(60)
  })

  it.skipIf(powershell === null)('PowerShell goes on showing that it listens', () => {
    // The same clock that PowerShell reads, on that night: it is a minute before three, and then it is two.
    const script = `
      $waits = 0
      function Get-Date { if ($script:waits -eq 0) { [datetime]'2026-10-25T02:59:59' } else { [datetime]'2026-10-25T02:00:00' } }
      function Wait-Event { if (++$script:waits -gt 5) { throw 'It waits for an hour.' } }
      function Get-Event { }
      . '${waitChanges}' 3
      "waited $waits"`
    const { stdout, stderr } = spawnSync(
      powershell ?? '',
      ['-NoProfile', '-NonInteractive', '-Command', script],
      {
        encoding: 'utf8',
      },
    )
    expect([stdout.trim(), stderr]).toEqual(['waited 1', ''])
  })
})

const waitChanges = fileURLToPath(
  new URL('../../electron/hyperv/powershell/scripts/shared/Wait-Changes.ps1', import.meta.url),
)
