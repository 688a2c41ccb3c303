import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FaultPlan, FaultyVerb } from '../support/fault-plan.ts'

interface ByteProxy {
  /** What to start in PowerShell's place. */
  readonly file: string
  readonly environment: Readonly<Record<string, string>>
  readonly remove: () => void
}

/** A program before that shell, by which goes wrong what the plan says of bytes, and of answers that get lost. */
export function prepareByteProxy(shell: string, { calls, bytes }: FaultPlan): ByteProxy {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-byte-proxy-'))
  const lost = calls.flatMap(({ verb, nth, does }) =>
    does.kind === 'answer-lost' ? verbsOf[verb].map((each) => [`${each} ${String(nth)}`, does.when]) : [],
  )
  writeFileSync(
    join(folder, 'plan.json'),
    JSON.stringify({ shell, bytes, lost: Object.fromEntries(lost) as object }),
  )
  return {
    file: fileURLToPath(new URL('byte-proxy.mjs', import.meta.url)),
    environment: { BYTE_PROXY: folder },
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a session is asked that makes the host do this. */
const verbsOf: Readonly<Record<FaultyVerb, readonly string[]>> = {
  createCheckpoint: ['create-checkpoint'],
  applyCheckpoint: ['apply', 'revert'],
  renameCheckpoint: ['rename'],
  setCheckpointNotes: ['change-notes'],
  exportCheckpoint: ['export'],
  removeCheckpoint: ['remove', 'remove-subtree'],
  changeSettings: ['change-policy'],
  enableBackupService: ['enable-backup-service'],
  changePower: ['power'],
  read: [],
}
