import { describe, expect, it } from 'vitest'
import { CheckpointNotes } from '#contract/inputs'
import type { CheckpointId, VmId } from '#contract/model'
import { difficultNames } from './difficult-names.ts'
import { checkpointOf, endOf, unknownCheckpointId, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeNoting(bench: () => Workbench): void {
  const change = (vmId: VmId, checkpointId: CheckpointId, notes: string): Promise<void> =>
    bench().host.changeCheckpointNotes({ vmId, checkpointId }, CheckpointNotes.parse(notes))

  describe('changing the notes of a checkpoint', () => {
    it('keeps each to the letter, and all else as it was', async () => {
      const { spare, take, read } = bench()
      const vmId = spare('off')
      const checkpointId = await take(vmId, 'Noted', 'At first')
      const before = checkpointOf(await read(vmId), checkpointId)
      const found = []
      for (const notes of difficultNotes) {
        await change(vmId, checkpointId, notes)
        found.push(checkpointOf(await read(vmId), checkpointId))
      }
      expect(found).toEqual(difficultNotes.map((notes) => ({ ...before, notes })))
    })

    it('takes them away', async () => {
      const { spare, take, read } = bench()
      const vmId = spare('off')
      const checkpointId = await take(vmId, 'Noted', 'Not for long')
      await change(vmId, checkpointId, '')
      expect(checkpointOf(await read(vmId), checkpointId).notes).toBe('')
    })

    it('refuses checkpoints that are not there, or of another machine', async () => {
      const { spare, take, read } = bench()
      const vmId = spare('off')
      const checkpointId = await take(vmId, 'Noted', 'Stays')
      expect({
        unknownVm: await endOf(change(unknownVmId, checkpointId, 'Never')),
        unknown: await endOf(change(vmId, unknownCheckpointId, 'Never')),
        foreign: await endOf(change(bench().lab.role.tester, checkpointId, 'Never')),
      }).toEqual({
        unknownVm: 'vm-not-found',
        unknown: 'checkpoint-not-found',
        foreign: 'checkpoint-not-found',
      })
      expect(checkpointOf(await read(vmId), checkpointId).notes).toBe('Stays')
    })
  })
}

const difficultNotes: readonly string[] = [
  ...difficultNames,
  'First line\nsecond line\n\nafter an empty one',
  'Windows\r\nends its lines so',
  '\n  begins and ends with white space \n',
  '\ta tab',
  '</VALUE></VALUE.ARRAY></PROPERTY.ARRAY></INSTANCE>',
  '&lt;&#13;&amp;amp;',
  'long '.repeat(800),
]
