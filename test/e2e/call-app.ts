import type { Reply } from '#contract/errors'
import type { Call, Output } from '#contract/operations'

/** Asks a running app as its window does, and without one. Trades the key of the address, which works once. */
export async function callApp(url: string): Promise<Call> {
  const { origin, hash } = new URL(url)
  const headers = { 'content-type': 'application/json', origin }
  const body = JSON.stringify({ key: hash.slice(1) })
  const session = await fetch(`${origin}/bridge/session`, { method: 'POST', headers, body })
  const cookie = session.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`The app let nobody in: ${String(session.status)}`)
  return async (name, input) => {
    const answer = await fetch(`${origin}/bridge/call/${name}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify(input),
    })
    // Only the value of this call comes in answer to it.
    const reply = (await answer.json()) as Reply<Output<typeof name>>
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    return reply.value
  }
}
