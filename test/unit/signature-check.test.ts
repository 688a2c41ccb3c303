import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signatureCheck } from '../../electron/desktop/signature-check.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { silentLog } from '../support/silent-log.ts'

const powershell = findPwsh()
const isWindows = process.platform === 'win32'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "savepoint 'signature'-"))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function check(file: string | null, environment: NodeJS.ProcessEnv = {}) {
  return signatureCheck({
    findPowerShell: () => Promise.resolve(file),
    environment: { ...process.env, ...environment },
    log: silentLog,
  })
}

/** PowerShell with what only Windows has: it knows of two files who signed them, and that one was changed since. */
const ofWindows = `
New-Module -Name Microsoft.PowerShell.Security {
  function Get-AuthenticodeSignature {
    param([string] $LiteralPath)
    if ($LiteralPath -notlike '*.exe') { throw 'No such file' }
    $by = [pscustomobject]@{}
    Add-Member -InputObject $by ScriptMethod GetNameInfo { param($type, $issuer) if ($type -eq 'SimpleName' -and -not $issuer) { "D'Arcy & Söhne" } }
    $status = if ($LiteralPath -like '*changed.exe') { 'HashMismatch' } else { 'Valid' }
    [pscustomobject]@{ Status = $status; SignerCertificate = $by }
  }
} | Import-Module
`

function standIn(): string {
  const file = join(folder, 'powershell')
  // The last parameter is the script.
  writeFileSync(
    file,
    `#!/bin/sh\nfor last; do :; done\nexec "$SAVEPOINT_REAL_PWSH" -NoProfile -NonInteractive -Command "$SAVEPOINT_PRELUDE\n$last"\n`,
  )
  chmodSync(file, 0o755)
  return file
}

describe.skipIf(powershell === null || isWindows)('The check of a signature', () => {
  const publisher = "D'Arcy & Söhne"
  const checked = (by: string, file: string): Promise<boolean> =>
    check(standIn(), { SAVEPOINT_REAL_PWSH: powershell ?? '', SAVEPOINT_PRELUDE: ofWindows })(by, file)

  it.each([
    ['signed by the publisher', publisher, "C:\\it's $(here)\\`setup.exe", true],
    ['signed by somebody else', 'Example Ltd', 'C:\\setup.exe', false],
    ['signed by one whose name only looks alike', publisher.toLowerCase(), 'C:\\setup.exe', false],
    ['changed after it was signed', publisher, 'C:\\changed.exe', false],
    ['not there', publisher, 'C:\\nothing', false],
  ])('tells of a file that is %s', async (_what, by, file, answer) => {
    expect(await checked(by, file)).toBe(answer)
  })
})

describe('The script of the check', () => {
  it('holds no quotation mark, by which Windows would take its command line apart', () => {
    const script = new URL('../../electron/desktop/check-signature.ps1', import.meta.url)
    expect(readFileSync(script, 'utf8')).not.toContain('"')
  })
})

describe('Where nothing can be checked', () => {
  it.each([
    ['there is no PowerShell', null],
    ['PowerShell can’t be started', join(tmpdir(), 'no-such-powershell')],
  ])('because %s, no file counts as signed', async (_why, file) => {
    expect(await check(file)('Example Ltd', 'C:\\setup.exe')).toBe(false)
  })
})

describe.runIf(isWindows)(`On Windows${isWindows ? '' : ' (skipped: this is another system)'}`, () => {
  const own = join(process.env.SystemRoot ?? '', 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')

  it.each([
    ['Microsoft Windows', true],
    ['Example Ltd', false],
  ])('the signature of a program that Windows brings is by %s: %s', async (publisher, answer) => {
    expect(await check(own)(publisher, own)).toBe(answer)
  })
})
