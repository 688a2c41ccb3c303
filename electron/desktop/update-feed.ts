import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { isInstalled } from './is-installed.ts'

/** Where updates come from, and whose signature they have to bear. */
export type UpdateFeed = Readonly<z.infer<typeof UpdateFeed>>
const UpdateFeed = z.object({
  feed: z.url({ protocol: /^https$/ }),
  publisher: z.string().trim().min(1),
})

/**
 * Null where there is none: run from the sources, packed without a feed, or not put here by the installer, which alone
 * can put a newer version in the same place. It stands in the archive, which nobody can change without Electron noticing.
 */
export async function readUpdateFeed(): Promise<UpdateFeed | null> {
  if (!(await isInstalled())) return null
  const packed: unknown = JSON.parse(await readFile(join(app.getAppPath(), 'package.json'), 'utf8'))
  const { data } = z.object({ updates: UpdateFeed }).safeParse(packed)
  return data?.updates ?? null
}
