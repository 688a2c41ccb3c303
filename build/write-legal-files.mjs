import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { billOfMaterials } from './bill-of-materials.mjs'
import { thirdPartyLicenses } from './third-party-licenses.mjs'

/** The licences and the bill of materials of what is packed, into out/legal, from where they are shipped beside the program. */
export async function writeLegalFiles(root, { packed, bundled }) {
  const folder = join(root, 'out', 'legal')
  const folders = [...new Set([...packed, ...bundled])]
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const bill = billOfMaterials(JSON.parse(await sbomOfNpm(root)), lock, folders)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicenses(root, folders))
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`)
}

/** On Windows npm is a script of the shell, so the program behind it is run, which npm names itself where it started us. */
function sbomOfNpm(root) {
  const parameters = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const npm = process.env.npm_execpath
  const child =
    npm === undefined
      ? spawn('npm', parameters, { cwd: root })
      : spawn(process.execPath, [npm, ...parameters], { cwd: root })
  let [output, problems] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (problems += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`npm could not say what is installed:\n${problems}`))
    })
  })
}
