import type { BenchSettings, CaseResult } from './bench-case.ts'
import { atMostTimes } from './goal-against.ts'
import { openBareHttp, openOurBridge, type BridgePeer, type Served } from './peers/bridges.ts'
import { runRounds } from './rounds.ts'
import { rowsOf } from './rows-of.ts'

type Took<M extends string> = Readonly<Record<M, number>>

/** Our bridge beside Node's own HTTP, in milliseconds: what is measured of each is at most half as much again with ours. */
export async function againstBareHttp<M extends string>(
  served: Served,
  measures: readonly M[],
  prepare: (peer: BridgePeer) => Promise<() => Promise<Took<M>>>,
  settings: BenchSettings,
): Promise<Pick<CaseResult, 'rows' | 'goals'>> {
  const peers = { ours: await openOurBridge(served), 'bare HTTP': await openBareHttp(served) }
  const runs = { ours: await prepare(peers.ours), 'bare HTTP': await prepare(peers['bare HTTP']) }
  const took = await runRounds<keyof typeof peers, M>(runs, settings)
  for (const peer of Object.values(peers)) {
    peer.client.close()
    await peer.close()
  }
  return {
    rows: rowsOf(took, ['ours', 'bare HTTP'], inMilliseconds(measures)),
    goals: measures.map((measure) =>
      atMostTimes('P11', `${measure}, ours : bare HTTP`, 1.5, [
        took('ours', measure),
        took('bare HTTP', measure),
      ]),
    ),
  }
}

function inMilliseconds<M extends string>(measures: readonly M[]): Readonly<Partial<Record<M, 'ms'>>> {
  // A list of pairs by those names makes an object of those names, which the compiler can't tell.
  return Object.fromEntries(measures.map((measure) => [measure, 'ms'])) as Partial<Record<M, 'ms'>>
}
