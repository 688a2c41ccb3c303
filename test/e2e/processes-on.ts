import { readFile, readdir } from 'node:fs/promises'

/** The processes that were told to keep their data in that folder, and all that they started. Where processes are files. */
export async function processesOn(data: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))
  const variables = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')),
  )
  return pids.filter((_, index) => variables[index]?.includes(`SAVEPOINT_DATA=${data}\0`))
}
