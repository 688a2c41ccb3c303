import { growth, type Holdings, holdings, textOf } from './holdings.ts'
import type { OpenSoak, SoakCase, SoakSettings } from './soak-case.ts'

const shareToWarm = 0.1
const reports = 10

/** Does it so often, and answers what has grown since it was warm, or was left behind at its end. */
export async function runSoak(
  soak: SoakCase,
  times: number,
  settings: SoakSettings,
): Promise<readonly string[]> {
  const { data } = settings
  const report = async (text: string): Promise<Holdings> => {
    const held = await holdings(data)
    console.log(`  ${soak.name}: ${text}, ${textOf(held)}`)
    return held
  }
  const before = await holdings(data)
  const open = await soak.open(settings)
  await stepOften(open, -Math.max(soak.warmUp, Math.ceil(times * shareToWarm)), 0)
  const warm = await report('warm')
  let end = warm
  for (let part = 0; part < reports; part += 1) {
    const reached = Math.round((times * (part + 1)) / reports)
    await stepOften(open, Math.round((times * part) / reports), reached)
    end = await report(reached.toLocaleString('en-US'))
  }
  await open.close()
  const { processes } = await holdings(data)
  return [...growth(warm, end), ...(processes > before.processes ? ['a process that outlived its app'] : [])]
}

async function stepOften({ step }: OpenSoak, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index += 1) await step(index)
}
