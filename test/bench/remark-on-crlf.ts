import { openNodePowerShell } from './peers/node-powershell.ts'

/** Milliseconds: two thousand times what an answer takes. */
const patience = 2_000

/** What node-powershell makes of an answer that ends its lines as Windows does, and comes in one piece. */
export async function remarkOnCrlf(): Promise<string> {
  const peer = openNodePowerShell({ BENCH_EOL: '\r\n' })
  // It may never settle, and rejects when its process is ended.
  const answer = peer.ask({ text: 'x' }).then(
    () => true,
    () => false,
  )
  const isAnswered = await Promise.race([answer, givenUp()])
  await peer.close()
  return isAnswered
    ? 'node-powershell also answers where lines end in CRLF and all comes in one piece.'
    : `Where lines end in CRLF and all comes in one piece, node-powershell 5.0.1 does not answer at all (given up after ${String(patience / 1_000)} s); it is measured with LF.`
}

function givenUp(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(false)
    }, patience).unref()
  })
}
