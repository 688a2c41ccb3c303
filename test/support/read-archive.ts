import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly offset?: string
  readonly size?: number
}

/** Electron's archive (asar): the paths in it, the hash that its program has to know, and a way to put its files into a folder. */
export function readArchive(file: string) {
  const bytes = readFileSync(file)
  // Four sizes of four bytes, each of what follows it; the last is that of the header’s text, the second where files begin.
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString()
  const start = 8 + bytes.readUInt32LE(4)
  const entries = filesOf(JSON.parse(header) as Entry, '')
  return {
    paths: entries.map(({ path }) => path),
    hash: createHash('sha256').update(header).digest('hex'),
    unpack: (folder: string) => {
      for (const { path, offset, size } of entries) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), bytes.subarray(start + offset, start + offset + size))
      }
    },
  }
}

function filesOf(entry: Entry, path: string): readonly { path: string; offset: number; size: number }[] {
  if (entry.files === undefined) return [{ path, offset: Number(entry.offset), size: entry.size ?? 0 }]
  return Object.entries(entry.files).flatMap(([name, each]) =>
    filesOf(each, path === '' ? name : `${path}/${name}`),
  )
}
