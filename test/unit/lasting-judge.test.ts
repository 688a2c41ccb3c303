import { expect, it } from 'vitest'
import { defaultAppSettings } from '#contract/default-settings'
import { trayHealth } from '#contract/tray-health'
import { createLastingJudge } from '../../electron/core/lasting-judge.ts'
import { exampleRecord } from '../support/example-record.ts'
import { trayFacts, trayVm } from '../support/example-tray.ts'

const { thresholds } = defaultAppSettings
const record = exampleRecord()
const facts = trayFacts({ records: [record], settings: { thresholds } })

it('A machine that did not change is judged once, and one that did is judged anew', () => {
  const judge = createLastingJudge()(facts)
  const [one, other] = [trayVm(1, { isCritical: true }), trayVm(2, { isCritical: true })]
  const told = (vms: typeof facts.vms) => [...trayHealth({ ...facts, vms, judge }).values()]
  const [first, second] = told([one, other])
  const [again, changed] = told([one, { ...other }])
  expect([again === first, changed === second]).toEqual([true, false])
  expect(changed).toEqual(second)
})

it.each([
  ['the same', { ...facts, records: [record] }, true],
  ['a moment later', { ...facts, now: facts.now + 29_000 }, true],
  ['half a minute later', { ...facts, now: facts.now + 30_000 }, false],
  ['with the clock set back', { ...facts, now: facts.now - 86_400_000 }, false],
  ['with other thresholds', trayFacts({ ...facts, settings: { thresholds: { ...thresholds } } }), false],
  ['with a record that changed', { ...facts, records: [{ ...record }] }, false],
  ['with a record more', { ...facts, records: [record, exampleRecord()] }, false],
])('What concerns all machines is remembered only while it is the same: %s', (_, next, isRemembered) => {
  const judgeOf = createLastingJudge()
  const first = judgeOf(facts)
  expect(judgeOf(next) === first).toBe(isRemembered)
})
