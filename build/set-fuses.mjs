import { Buffer } from 'node:buffer'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What precedes the fuses in Electron's program: this mark, the version of their list, and how many there are. */
const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const [off, on] = [0x30, 0x31]

/** The fuses in Electron's own order. Those with a name are set as electron-builder.yml says. */
const inOrder = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]

/**
 * electron-builder runs this when everything is in its place and nothing is signed yet. It knows eight fuses and leaves
 * the ninth to Electron's default, and says nothing of a tenth. This sets all of them and reads back that they are set.
 */
export default function setFusesOfApp({ appOutDir, packager }) {
  setFuses(join(appOutDir, `${packager.appInfo.productFilename}.exe`), packager.config.electronFuses)
}

/** Throws where the program has other fuses than these nine, or where one of them is not said. */
export function setFuses(program, settings) {
  const bytes = readFileSync(program)
  const wire = wireOf(bytes)
  const wanted = wantedBytes(settings)
  if (wire.length !== wanted.length)
    throw new Error(
      `Electron has ${wire.length} fuses, and ${wanted.length} are set: set-fuses.mjs has to know each.`,
    )
  wanted.copy(wire)
  writeFileSync(program, bytes)
  if (!wireOf(readFileSync(program)).equals(wanted))
    throw new Error(`The fuses of ${program} could not be set.`)
}

function wantedBytes(settings) {
  const unsaid = inOrder.filter((name) => typeof settings?.[name] !== 'boolean')
  if (unsaid.length > 0) throw new Error(`electron-builder.yml does not say ${unsaid.join(', ')}.`)
  return Buffer.from([
    ...inOrder.map((name) => (settings[name] ? on : off)),
    // The ninth lets WebAssembly find accesses out of its memory by the processor, as Chromium does. Our page may run
    // none, and without it Node's own would only be slower.
    on,
  ])
}

/** The part of these bytes that holds the fuses. */
function wireOf(bytes) {
  const at = bytes.indexOf(mark)
  if (at === -1) throw new Error('There are no fuses in this file: it is not Electron’s program.')
  if (bytes.indexOf(mark, at + 1) !== -1)
    throw new Error('There is more than one list of fuses in this file.')
  const version = bytes[at + mark.length]
  if (version !== 1) throw new Error(`Electron’s list of fuses is of version ${version}, and 1 is known.`)
  const start = at + mark.length + 2
  return bytes.subarray(start, start + bytes[start - 1])
}
