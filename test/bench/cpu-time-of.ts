/** Milliseconds of the processor that this program used until it settles, those of its own helpers and collector included. */
export async function cpuTimeOf(task: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
