import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const rule = '='.repeat(78)

/**
 * The text of THIRD-PARTY-LICENSES.txt: of each package its name, its version, its licence and the text of that.
 * Electron and Chromium bring files of their own. Throws where the text can’t be had.
 */
export function thirdPartyLicenses(root, folders) {
  const mit = readFileSync(join(root, 'LICENSE'), 'utf8')
  const parts = folders.map((folder) => partOf(join(root, folder), mit))
  return [
    'Savepoint is made with the packages below. Each is followed by its licence. What Electron and',
    'Chromium are made of is in LICENSE.electron.txt and LICENSES.chromium.html.',
    '',
    ...[...new Set(parts)].sort().map((part) => `${rule}\n${part}`),
  ].join('\n')
}

function partOf(folder, mit) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const text = licenseText(folder) ?? (license === 'MIT' ? withHolder(mit, author) : null)
  if (text === null) throw new Error(`${name} ${version} comes without the text of its licence.`)
  return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`
}

function licenseText(folder) {
  const files = readdirSync(folder).filter((each) =>
    /^(licen[cs]e|copying|notice)([-.][\w.-]+)?$/i.test(each),
  )
  if (files.length === 0) return null
  return files
    .sort()
    .map((each) => readFileSync(join(folder, each), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n')
}

/** Some packages only name the licence that is ours as well, whose text is the same but for whose it is. */
function withHolder(mit, author) {
  const holder = typeof author === 'string' ? author : (author?.name ?? 'its authors')
  return mit.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`).trim()
}
