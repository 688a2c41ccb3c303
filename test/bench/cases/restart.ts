import type { BenchCase } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import { openOurs } from '../peers/ours.ts'
import { processPerCommand } from '../peers/process-per-command.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'

/** How long nobody is answered after a PowerShell was killed. */
export const restart: BenchCase = {
  name: 'restart',
  title: 'From the end of a killed session to the next answer',
  run: async (settings) => {
    const took = await runRounds(
      {
        ours: async () => ({ time: await killedAndAsked() }),
        'a process, started': async () => ({
          time: await durationOf(() => processPerCommand.ask({ text: 'x' })),
        }),
      },
      settings,
    )
    return {
      name: restart.name,
      title: restart.title,
      rows: rowsOf(took, ['ours', 'a process, started'], { time: 'ms' }),
      goals: [
        {
          ...{ id: 'R5', text: 'ours, to the next answer', limit: 1_000, direction: 'at most', unit: 'ms' },
          values: took('ours', 'time'),
        },
      ],
      remarks: [
        'Ours waits for 250 ms, a quarter more or less, before it starts another, so that what goes wrong at once does not go wrong a hundred times a second.',
      ],
    }
  },
}

async function killedAndAsked(): Promise<number> {
  const ours = await openOurs()
  const pid = Number(await ours.ask({ who: 1 }))
  const time = await durationOf(async () => {
    process.kill(pid, 'SIGKILL')
    const next = Number(await ours.ask({ who: 1 }))
    if (next === pid) throw new Error('It was not killed.')
  })
  await ours.close()
  return time
}
