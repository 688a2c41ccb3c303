import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Membership } from '#contract/desktop'
import { failureOf } from '#contract/errors'
import { AccountSid, readAccountSid } from '../../electron/desktop/account-sid.ts'
import { createJoinAdministrators } from '../../electron/desktop/join-administrators.ts'
import { joinArguments } from '../../electron/desktop/join-script.ts'
import { findPwsh } from '../support/find-pwsh.ts'

const pwsh = findPwsh()
const isWindows = process.platform === 'win32'
const reason =
  pwsh === null ? ' (no pwsh on the PATH)' : isWindows ? ' (the stand-in needs another system)' : ''
const standIn = fileURLToPath(new URL('../stand-in/consent/pwsh.sh', import.meta.url))
const sid = AccountSid.parse('S-1-5-21-1004336348-1177238915-682003330-1001')
const other = 'S-1-5-21-1004336348-1177238915-682003330-1002'

let lab: string

beforeEach(() => {
  lab = mkdtempSync(join(tmpdir(), 'savepoint-consent-'))
  vi.stubEnv('SAVEPOINT_STAND_IN_PWSH', pwsh ?? '')
  vi.stubEnv('SAVEPOINT_STAND_IN_CONSENT', lab)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(lab, { recursive: true, force: true })
})

interface Computer {
  readonly answer?: 'yes' | 'no' | 'lost' | 'unknown'
  /** Null where there is no such group. */
  readonly members?: readonly string[] | null
  readonly refuses?: boolean
  readonly old?: boolean
}

function joinOn({
  answer = 'yes',
  members = [other],
  refuses = false,
  old = false,
}: Computer): () => Promise<Membership> {
  writeFileSync(join(lab, 'answer'), answer)
  if (members !== null) writeFileSync(join(lab, 'members'), members.map((each) => `${each}\n`).join(''))
  for (const [name, isSo] of Object.entries({ refuses, old })) if (isSo) writeFileSync(join(lab, name), '')
  return createJoinAdministrators({
    powershell: standIn,
    accountSid: () => Promise.resolve(sid),
    patience: 60_000,
  })
}

async function outcome(join: () => Promise<Membership>): Promise<unknown> {
  return join().catch((error: unknown) => failureOf(error).code)
}

function told(file: 'members' | 'asked'): readonly string[] {
  const path = join(lab, file)
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}

describe.skipIf(pwsh === null || isWindows)(
  `Joining Hyper-V Administrators${reason}`,
  { timeout: 60_000 },
  () => {
    it('adds the account by its number to the group by its own, with modules of PowerShell’s own folder alone', async () => {
      vi.stubEnv('PSModulePath', '/home/anna/modules')
      expect(await outcome(joinOn({}))).toEqual({ wasMember: false })
      expect({ members: told('members'), asked: told('asked') }).toEqual({
        members: [other, sid],
        asked: [
          'RunAs Hidden PSHOME\\powershell.exe -NoProfile -NonInteractive -EncodedCommand wait=True',
          `Add-LocalGroupMember S-1-5-32-578 ${sid} modules=PSHOME/Modules`,
        ],
      })
    })

    it.each<[string, Computer, unknown]>([
      ['says so where the account is a member already', { members: [sid] }, { wasMember: true }],
      ['changes nothing where the answer is No', { answer: 'no' }, 'cancelled'],
      ['says that the group is missing', { members: null }, 'not-allowed'],
      ['says that the administrator may not', { refuses: true }, 'access-denied'],
      ['is in doubt where the second PowerShell ended half way', { answer: 'lost' }, 'outcome-unknown'],
      ['is in doubt where nobody knows how that ended', { answer: 'unknown' }, 'outcome-unknown'],
    ])('%s', async (_what, computer, expected) => {
      expect(await outcome(joinOn(computer))).toEqual(expected)
    })

    it('goes by the names that the system has for the numbers, where there is no cmdlet for groups', async () => {
      expect(await outcome(joinOn({ old: true }))).toEqual({ wasMember: false })
      expect(told('asked').slice(1)).toEqual([
        "net.exe localgroup | Hyper-V-Administratoren | HV-LAB\\Anna O'Neil | /add from PSHOME/../..",
      ])
    })

    it.each<[string, Computer, unknown]>([
      ['no group', { old: true, members: null }, 'not-allowed'],
      ['a refusal', { old: true, refuses: true }, 'operation-failed'],
    ])('there tells %s apart too', async (_what, computer, expected) => {
      expect(await outcome(joinOn(computer))).toBe(expected)
    })

    it('asks Windows once, however often it is pressed, and again when that is over', async () => {
      const join = joinOn({})
      expect(await Promise.all([join(), join()])).toEqual([{ wasMember: false }, { wasMember: false }])
      expect(told('asked').length).toBe(2)
      expect(await join()).toEqual({ wasMember: true })
    })
  },
)

describe('Joining Hyper-V Administrators without what it takes', () => {
  it('says that Windows PowerShell can’t be started', async () => {
    const join = createJoinAdministrators({
      powershell: '/nowhere/powershell.exe',
      accountSid: () => Promise.resolve(sid),
      patience: 1_000,
    })
    expect(await outcome(join)).toBe('powershell-missing')
  })

  it('starts nothing where the account is not known', async () => {
    const accountSid = () => Promise.reject(new Error('no such program'))
    const join = createJoinAdministrators({ powershell: standIn, accountSid, patience: 1_000 })
    expect([await outcome(join), told('asked')]).toEqual(['operation-failed', []])
  })
})

describe('What PowerShell is told', () => {
  it.each([
    ['a quote', "S-1-5-21-1-2-3-1'; calc; '"],
    ['a line', 'S-1-5-21-1-2-3-1\ncalc'],
    ['a line at its end', 'S-1-5-21-1-2-3-1\n'],
    ['an expression', 'S-1-5-21-1-2-3-$(calc)'],
    ['other digits', 'S-1-5-21-1-2-3-١٠٠١'],
    ['too few numbers', 'S-1-5-21-1-2-3'],
    ['too many numbers', 'S-1-5-21-1-2-3-4-5'],
    ['a number that is too long', 'S-1-5-21-1-2-3-12345678901'],
    ['a group', 'S-1-5-32-544'],
    ['the system itself', 'S-1-5-18'],
    ['a name', 'HV-LAB\\anna'],
    ['nothing', ''],
  ])('is never %s from outside', (_what, text) => {
    expect(AccountSid.safeParse(text).success).toBe(false)
  })

  it('differs between accounts in the number alone, down to the second PowerShell', () => {
    const texts = [sid, AccountSid.parse(other)].map((each) => ({ each, ...scriptsOf(joinArguments(each)) }))
    const [one, two] = texts.map(({ each, asking, elevated }) => ({
      asking: asking.replace(/'-NoProfile [^']*'/, 'ARGUMENTS'),
      elevated: elevated.replace(`$sid = '${each}'\n`, 'SID\n'),
    }))
    expect(one).toEqual(two)
    expect(texts.map(({ each, elevated }) => elevated.split(each).length)).toEqual([2, 2])
    expect(one?.asking).toMatch(/^\$arguments = ARGUMENTS\ntry \{\n {4}\$process = Start-Process /)
  })

  it('is short enough for Windows to start it', () => {
    expect(joinArguments(sid).join(' ').length).toBeLessThan(24_000)
    expect(scriptsOf(joinArguments(sid)).arguments.length).toBeLessThan(8_000)
  })
})

/** What stands in the Base64, and in the one that stands in that. */
function scriptsOf(given: readonly string[]): Record<'asking' | 'arguments' | 'elevated', string> {
  const asking = decoded(given.at(-1))
  const inner = /'(-NoProfile [^']*)'/.exec(asking)?.[1] ?? ''
  return { asking, arguments: inner, elevated: decoded(inner.split(' ').at(-1)) }
}

function decoded(text = ''): string {
  return Buffer.from(text, 'base64').toString('utf16le')
}

describe.skipIf(isWindows)('Whose app it is', () => {
  function whoami(line: string): string {
    const path = join(lab, 'whoami.exe')
    writeFileSync(join(lab, 'line'), line)
    writeFileSync(path, `#!/bin/sh\necho "$@" > '${lab}/arguments'\ncat '${lab}/line'\n`)
    chmodSync(path, 0o700)
    return path
  }

  it.each([
    ['an account of this computer', `"hv-lab\\anna","${sid}"\r\n`, sid],
    ['one of Entra ID', '"azuread\\annamüller","S-1-12-1-1-2-3-4294967295"\r\n', 'S-1-12-1-1-2-3-4294967295'],
  ])('is told by the number of %s', async (_what, line, expected) => {
    expect(await readAccountSid(whoami(line))).toBe(expected)
    expect(readFileSync(join(lab, 'arguments'), 'utf8')).toBe('/user /fo csv /nh\n')
  })

  it.each([
    ['the system itself', '"nt authority\\system","S-1-5-18"\r\n'],
    ['a name that looks like a number', `"x","${sid}","y"\r\n`],
    ['nothing', ''],
  ])('is not known from %s', async (_what, line) => {
    await expect(readAccountSid(whoami(line))).rejects.toThrow()
  })
})
