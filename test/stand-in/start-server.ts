import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { SimulatedError, type Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { answerCall } from './answer-call.ts'

export interface StandInServer {
  readonly url: string
  /** How often a property was read that costs Hyper-V a query of its own each time, by its name. */
  readonly costlyReads: ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

/** Lets the stand-in module ask a simulation: one POST a call, `{ call, … }`, answered with a value or an error record. */
export async function startStandInServer(simulation: Simulation): Promise<StandInServer> {
  const costlyReads = new Map<string, number>()
  const server = createServer((request, response) => {
    void serve(simulation, costlyReads, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    costlyReads,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function serve(
  simulation: Simulation,
  costlyReads: Map<string, number>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await answered(simulation, costlyReads, request)
  // PowerShell may have been ended meanwhile; Hyper-V goes on then as well.
  if (response.destroyed) return
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(answer))
}

const CostlyRead = z.object({ call: z.literal('note-costly-read'), property: z.string() })

async function answered(
  simulation: Simulation,
  costlyReads: Map<string, number>,
  request: IncomingMessage,
): Promise<object> {
  try {
    const body: unknown = JSON.parse(await bodyOf(request))
    const costly = CostlyRead.safeParse(body)
    if (!costly.success) return { value: (await answerCall(simulation, body)) ?? null }
    const { property } = costly.data
    costlyReads.set(property, (costlyReads.get(property) ?? 0) + 1)
    return { value: null }
  } catch (error) {
    if (!(error instanceof SimulatedError)) {
      return {
        error: { errorId: 'Unspecified', category: 'NotSpecified', message: String(error), target: null },
      }
    }
    const { errorId, category, message, target } = error
    return { error: { errorId, category, message, target } }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks).toString('utf8')
}
