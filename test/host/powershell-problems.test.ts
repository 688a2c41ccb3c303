import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CheckpointName, CheckpointNotes } from '#contract/inputs'
import { openStandInHost, standInModules, type StandInOptions } from '../stand-in/open-stand-in-host.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import type { OpenedHost } from './hyperv-host.suite.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

describe.skipIf(powershell === null)(`A host that can’t be reached${reason}`, () => {
  it.each<[string, NodeJS.ProcessEnv, string]>([
    ['whose service is stopped', { SAVEPOINT_STAND_IN_SERVICE: 'Stopped' }, 'service-stopped'],
    ['that has no Hyper-V', { SAVEPOINT_STAND_IN_SERVICE: 'Missing' }, 'module-missing'],
    ['that denies the account', { SAVEPOINT_STAND_IN_RIGHTS: 'denied' }, 'access-denied'],
  ])('%s says so, at the first question and at later ones', async (_which, environment, code) => {
    const { host } = await open({ environment })
    await expect(host.connect()).rejects.toMatchObject({ code })
    await expect(host.readAll()).rejects.toMatchObject({ code })
  })

  it('has no module: that is told, and it is found once it is there', async () => {
    const modulePath = await emptyFolder()
    const { host } = await open({ modulePath })
    await expect(host.connect()).rejects.toMatchObject({ code: 'module-missing' })
    for (const name of ['Hyper-V', 'CimCmdlets'])
      await symlink(join(standInModules, name), join(modulePath, name))
    expect(await host.connect()).toMatchObject({ name: 'HV-LAB' })
  })

  it('has no PowerShell where it was said to be: that is told', async () => {
    const { host } = await open({ powershell: '/nowhere/pwsh' })
    await expect(host.connect()).rejects.toMatchObject({
      code: 'powershell-missing',
      message: expect.stringContaining('/nowhere/pwsh') as unknown,
    })
  })
})

describe.skipIf(powershell === null)(`A host in another language${reason}`, () => {
  it('fails with the same codes, and its own words beside them', async () => {
    const { host, lab } = await open({ culture: 'de-DE' })
    await host.connect()
    const request = { vmId: lab.role.disabled, name: null, notes: null }
    await expect(host.createCheckpoint(request, () => undefined)).rejects.toMatchObject({
      code: 'operation-failed',
      detail: expect.stringContaining('Prüfpunkte wurden deaktiviert') as unknown,
    })
  })
})

describe.skipIf(powershell === null)(`A host in another language that can’t be reached${reason}`, () => {
  it.each<[string, NodeJS.ProcessEnv, string, string]>([
    ['whose service is stopped', { SAVEPOINT_STAND_IN_SERVICE: 'Stopped' }, 'service-stopped', 'Dienst'],
    ['that denies the account', { SAVEPOINT_STAND_IN_RIGHTS: 'denied' }, 'access-denied', 'Berechtigungen'],
  ])('%s says so by the same code', async (_which, fault, code, word) => {
    const environment = { ...fault, SAVEPOINT_STAND_IN_CULTURE: 'de-DE' }
    const { host } = await open({ environment })
    await expect(host.connect()).rejects.toMatchObject({
      code,
      detail: expect.stringContaining(word) as unknown,
    })
  })
})

describe.skipIf(powershell === null)(`PowerShell in Constrained Language Mode${reason}`, () => {
  it('says so where it can’t load the module', async () => {
    const { host } = await open({ ...constrained, modulePath: await emptyFolder() })
    await expect(host.connect()).rejects.toMatchObject({
      code: 'language-mode',
      message: expect.stringContaining('ConstrainedLanguage') as unknown,
    })
  })

  it('takes, renames, applies, exports and deletes a checkpoint all the same', async () => {
    const { host, lab, exportFolder } = await open(constrained)
    await host.connect()
    const vmId = lab.spare('off')[0]!
    const notes = CheckpointNotes.parse('Zwei Zeilen,\nmit “Anführung” & <Klammern>')
    const created = await host.createCheckpoint({ vmId, name: null, notes }, () => undefined)
    const checkpoint = { vmId, checkpointId: created.checkpointId }
    await host.renameCheckpoint(checkpoint, CheckpointName.parse('Vorher – 日本語 👍 ’$(exit)'))
    await host.applyCheckpoint(checkpoint, () => undefined)
    await host.exportCheckpoint(checkpoint, exportFolder, () => undefined)
    await host.changeCheckpointPolicy(vmId, { type: 'Standard', automatic: true })
    const { vms } = await host.readAll()
    expect(vms.find((vm) => vm.id === vmId)).toMatchObject({
      policy: { type: 'Standard', automatic: true },
      checkpoints: [{ name: 'Vorher – 日本語 👍 ’$(exit)', notes, policyWhenTaken: 'Production' }],
    })
    await host.deleteCheckpoint(checkpoint, () => undefined)
    expect((await host.readVm(vmId))?.checkpoints).toEqual([])
  })
})

/** The same PowerShell, restricted as by a computer's rules. */
const constrained = {
  powershell: fileURLToPath(new URL('../stand-in/constrained-pwsh.sh', import.meta.url)),
  environment: { SAVEPOINT_STAND_IN_PWSH: powershell ?? '' },
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'savepoint-no-modules-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function open(options: Partial<StandInOptions>): Promise<OpenedHost> {
  const opened = await openStandInHost({ powershell: powershell ?? '', ...options })
  onTestFinished(opened.close)
  return opened
}
