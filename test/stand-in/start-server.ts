import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { SimulatedError, type Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { answerCall } from './answer-call.ts'

export interface StandInServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Lets the stand-in module ask a simulation: one POST a call, `{ call, … }`, answered with a value or an error record. */
export async function startStandInServer(simulation: Simulation): Promise<StandInServer> {
  const server = createServer((request, response) => {
    void serve(simulation, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
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
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await answered(simulation, request)
  // PowerShell may have been ended meanwhile; Hyper-V goes on then as well.
  if (response.destroyed) return
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(answer))
}

async function answered(simulation: Simulation, request: IncomingMessage): Promise<object> {
  try {
    return { value: (await answerCall(simulation, JSON.parse(await bodyOf(request)))) ?? null }
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
