import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { SimulatedError, type Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { answerCall } from './answer-call.ts'
import { createChangeFeed, type ChangeFeed } from './change-feed.ts'

export interface StandInServer {
  readonly url: string
  /** How often a property was read that costs Hyper-V a query of its own each time, by its name. */
  readonly costlyReads: ReadonlyMap<string, number>
  /** The service of Hyper-V, as Windows has it when it was started again: whoever listened is forgotten, and not told. */
  readonly restartService: () => void
  /** A machine that runs changes by its figures all the time, which WMI tells whoever listens. */
  readonly tellFigures: (vmId: string) => void
  readonly close: () => Promise<void>
}

/** What the calls are answered from. */
interface Backstage {
  readonly simulation: Simulation
  readonly costlyReads: Map<string, number>
  readonly feed: ChangeFeed
  readonly serviceProcess: () => number
}

/** Lets the stand-in module ask a simulation: one POST a call, `{ call, … }`, answered with a value or an error record. */
export async function startStandInServer(simulation: Simulation): Promise<StandInServer> {
  const costlyReads = new Map<string, number>()
  const feed = createChangeFeed(simulation)
  let serviceProcess = 1_000
  const backstage = { simulation, costlyReads, feed, serviceProcess: () => serviceProcess }
  const server = createServer((request, response) => {
    void serve(backstage, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    costlyReads,
    restartService: () => {
      serviceProcess += 4
      feed.forgetListeners()
    },
    tellFigures: feed.tellFigures,
    close: () =>
      new Promise((resolve) => {
        feed.close()
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function serve(
  backstage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await answered(backstage, request)
  // PowerShell may have been ended meanwhile; Hyper-V goes on then as well.
  if (response.destroyed) return
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(answer))
}

const OwnCall = z.discriminatedUnion('call', [
  z.object({ call: z.literal('note-costly-read'), property: z.string() }),
  z.object({ call: z.literal('changes'), since: z.number() }),
  z.object({ call: z.literal('service') }),
])

async function answered(backstage: Backstage, request: IncomingMessage): Promise<object> {
  try {
    const body: unknown = JSON.parse(await bodyOf(request))
    const own = OwnCall.safeParse(body)
    const value = own.success ? answerOwn(backstage, own.data) : answerCall(backstage.simulation, body)
    return { value: (await value) ?? null }
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

async function answerOwn(
  { costlyReads, feed, serviceProcess }: Backstage,
  request: z.infer<typeof OwnCall>,
): Promise<unknown> {
  switch (request.call) {
    case 'note-costly-read':
      costlyReads.set(request.property, (costlyReads.get(request.property) ?? 0) + 1)
      return null
    case 'changes':
      return feed.after(request.since)
    case 'service':
      return { process: serviceProcess() }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks).toString('utf8')
}
