import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBuiltFiles } from '../../../electron/bridge/built-files.ts'
import { type HttpBridge, serveHttpBridge } from '../../../electron/bridge/http.ts'
import { createSimulation } from '../../../electron/hyperv/simulated/create-simulation.ts'
import { createSimulatedHost } from '../../../electron/hyperv/simulated/host.ts'
import { openRecordsFile } from '../../../electron/storage/records-file.ts'
import { openSettingsFile } from '../../../electron/storage/settings-file.ts'
import { systemClock } from '../../../electron/storage/system-clock.ts'
import { createHostLab } from '../host-lab.ts'
import { createJournalOfTest } from '../journal-of-test.ts'
import { createLossyHost } from '../lossy-host.ts'
import { silentLog } from '../silent-log.ts'
import { wireOver } from '../wire-over.ts'
import type { Attacked } from './hostile-row.ts'

export interface AttackedApp {
  readonly bridge: HttpBridge
  readonly at: Attacked
  /**
   * Whatever was changed, or is about to be, since this was last asked: on the host, in what is under way, and in the folder
   * of data.
   */
  readonly newChanges: () => readonly string[]
  /** What no answer may hold. */
  readonly secrets: readonly string[]
  readonly close: () => Promise<void>
}

type Limits = Parameters<typeof serveHttpBridge>[0]['limits']

/** The whole app on a simulated host, behind its loopback bridge, with its files on the disk. */
export async function openAttackedApp(limits?: Limits): Promise<AttackedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-attacked-'))
  const clock = systemClock
  const lab = createHostLab(clock.now())
  const simulation = createSimulation({ lab: lab.vms, clock, pace: 0.1 })
  const lossy = createLossyHost()
  const host = lossy.wrap(createSimulatedHost(simulation, clock))
  const data = join(folder, 'data')
  await mkdir(data)
  const journal = createJournalOfTest([])
  const wired = wireOver({
    host,
    clock,
    journal,
    settings: openSettingsFile(data),
    records: openRecordsFile(data),
  })
  const app = { dispatch: wired.dispatch, subscribe: wired.hub.subscribe, close: () => host.close() }
  const files = await builtFilesIn(folder)
  const serve = (): Promise<HttpBridge> =>
    serveHttpBridge({ app, files, port: 0, onStaleKey: () => undefined, log: silentLog, limits })
  await wired.inventory.refresh()
  const earlier = await serve()
  const { cookie: earlierCookie } = await signIn(earlier)
  const earlierKey = keyOf(earlier.newOpeningUrl())
  const bridge = await serve()
  await earlier.close()
  const { cookie, key: usedKey } = await signIn(bridge)
  let seen = { asked: 0, written: 0, kept: contentOf(data) }
  return {
    bridge,
    at: {
      port: Number(new URL(bridge.origin).port),
      cookie,
      key: keyOf(bridge.newOpeningUrl()),
      usedKey,
      earlier: { cookie: earlierCookie, key: earlierKey },
      vmId: lab.spare('off')[0] ?? '',
    },
    newChanges: () => {
      const before = seen
      seen = { asked: lossy.asked.length, written: journal.entries.length, kept: contentOf(data) }
      return [
        ...lossy.asked.slice(before.asked),
        ...journal.entries.slice(before.written).map(({ step }) => `wrote down ${step}`),
        ...(seen.kept === before.kept ? [] : [`keeps ${seen.kept}`]),
      ]
    },
    secrets: [folder, process.cwd(), cookie.replace(/^.*=/, ''), ...lab.vms.map(({ name }) => name)],
    close: async () => {
      await bridge.close()
      wired.close()
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A page, and beside its folder a file that nobody may ever read this way. */
async function builtFilesIn(folder: string): ReturnType<typeof readBuiltFiles> {
  await mkdir(join(folder, 'built', 'assets'), { recursive: true })
  await writeFile(join(folder, 'built', 'index.html'), '<title>the window</title>')
  await writeFile(join(folder, 'built', 'assets', 'index.js'), 'window')
  await writeFile(join(folder, 'package.json'), '{"not":"served"}')
  return readBuiltFiles(join(folder, 'built'))
}

async function signIn(bridge: HttpBridge): Promise<{ readonly cookie: string; readonly key: string }> {
  const { origin } = bridge
  const key = keyOf(bridge.newOpeningUrl())
  const answer = await fetch(`${origin}/bridge/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', key }
}

function keyOf(url: string): string {
  return new URL(url).hash.slice(1)
}

function contentOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`)
    .join('\n')
}
