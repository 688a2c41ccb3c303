import { describe, expect, it } from 'vitest'
import { CheckpointType, type Vm, VmState } from '#contract/model'
import { BackupService } from '#contract/readiness'
import { type Verdict, isFallback, verdictOf } from '#contract/verdict'
import { exampleReadiness } from '../support/example-readiness.ts'
import { exampleCheckpoint, exampleVm } from '../support/example-vm.ts'

type Word = 'production' | 'standard' | `standard: ${string}` | 'offline' | 'refused' | `open: ${string}`

/** Of a running machine: what the policy and the guest's backup service make of it. */
const running: Readonly<Record<CheckpointType, Readonly<Record<BackupService, Word>>>> = {
  Production: {
    ok: 'production',
    degraded: 'production',
    silent: 'standard: service-silent',
    disabled: 'standard: service-disabled',
    absent: 'standard: service-absent',
    unknown: 'open: standard',
  },
  ProductionOnly: {
    ok: 'production',
    degraded: 'production',
    silent: 'refused',
    disabled: 'refused',
    absent: 'refused',
    unknown: 'open: refused',
  },
  Standard: {
    ok: 'standard',
    degraded: 'standard',
    silent: 'standard',
    disabled: 'standard',
    absent: 'standard',
    unknown: 'standard',
  },
  Disabled: {
    ok: 'refused',
    degraded: 'refused',
    silent: 'refused',
    disabled: 'refused',
    absent: 'refused',
    unknown: 'refused',
  },
}

type Row = Readonly<Record<CheckpointType, Word>>

/** Of one that does not run, whatever its service says. A state that passes gets no checkpoint of any kind. */
const resting: Partial<Readonly<Record<VmState, Row>>> = {
  Off: { Production: 'offline', ProductionOnly: 'offline', Standard: 'offline', Disabled: 'refused' },
  Saved: {
    Production: 'standard: saved',
    ProductionOnly: 'refused',
    Standard: 'standard',
    Disabled: 'refused',
  },
  Paused: {
    Production: 'standard: paused',
    ProductionOnly: 'refused',
    Standard: 'standard',
    Disabled: 'refused',
  },
  Hibernated: {
    Production: 'standard: hibernated',
    ProductionOnly: 'refused',
    Standard: 'standard',
    Disabled: 'refused',
  },
}

const states = VmState.options.flatMap((state) =>
  CheckpointType.options.map((type) => [state, type] as const),
)

describe('The verdict', () => {
  it.each(states)('on a machine that is %s with the policy %s is that of the table', (state, type) => {
    const vm = machine(state, type)
    const words = BackupService.options.map((backupService) =>
      wordOf(verdictOf(vm, exampleReadiness({ backupService }))),
    )
    const expected = BackupService.options.map((service) =>
      state === 'Running' ? running[type][service] : (resting[state]?.[type] ?? 'refused'),
    )
    expect(words).toEqual(expected)
  })

  it.each(states)('while nothing is known of the guest is no guess: %s, %s', (state, type) => {
    const vm = machine(state, type)
    expect(verdictOf(vm, null)).toEqual(verdictOf(vm, exampleReadiness({ backupService: 'unknown' })))
  })

  it.each(states)(
    'with a GPU partition is a refusal, and with one that the host is silent about is none: %s, %s',
    (state, type) => {
      const vm = machine(state, type)
      const [without, silent, withOne] = [false, null, true].map((hasGpuPartition) =>
        verdictOf(vm, exampleReadiness({ hasGpuPartition })),
      )
      expect([silent, withOne?.kind]).toEqual([without, 'refused'])
    },
  )

  it.each(states)('does not depend on disks that no checkpoint holds: %s, %s', (state, type) => {
    const vm = machine(state, type)
    const readiness = exampleReadiness({ passThroughDisks: 2, sharedDisks: 1, isClustered: true })
    expect(verdictOf(vm, readiness)).toEqual(verdictOf(vm, exampleReadiness()))
  })

  it.each(states)('for one kind is that of a machine with that policy: %s, %s', (state, type) => {
    if (type === 'Disabled') return
    for (const policy of CheckpointType.options) {
      const asked = verdictOf(machine(state, policy), exampleReadiness(), type)
      const expected =
        policy === 'Disabled' ? 'refused' : wordOf(verdictOf(machine(state, type), exampleReadiness()))
      expect(wordOf(asked)).toBe(expected)
    }
  })

  it('is a refusal for a replica, for one in trouble with its storage, and at the limit', () => {
    const checkpoints = Array.from({ length: 50 }, (_, n) => exampleCheckpoint(n))
    const changes: readonly Partial<Vm>[] = [
      { replication: 'Replica' },
      { isCritical: true },
      { checkpoints },
    ]
    expect(changes.map((change) => verdictOf(exampleVm(change), exampleReadiness()).kind)).toEqual([
      'refused',
      'refused',
      'refused',
    ])
  })

  it('offers what the app can do about a refusal, and nothing that would not help', () => {
    const remedies = (vm: Vm, backupService: BackupService): unknown => {
      const verdict = verdictOf(vm, exampleReadiness({ backupService }))
      return verdict.kind === 'refused' ? verdict.remedies : null
    }
    expect([
      remedies(machine('Running', 'Disabled'), 'ok'),
      remedies(machine('Running', 'ProductionOnly'), 'disabled'),
      remedies(machine('Running', 'ProductionOnly'), 'silent'),
      remedies(machine('Saved', 'ProductionOnly'), 'ok'),
      remedies(machine('Starting', 'ProductionOnly'), 'ok'),
    ]).toEqual([
      ['enable-checkpoints'],
      ['enable-backup-service', 'allow-standard'],
      ['allow-standard'],
      ['allow-standard'],
      [],
    ])
  })

  it('calls it a fallback where production was asked for alone', () => {
    const verdicts = CheckpointType.options.map((type) =>
      verdictOf(machine('Running', type), exampleReadiness({ backupService: 'silent' })),
    )
    expect(verdicts.map(isFallback)).toEqual(CheckpointType.options.map((type) => type === 'Production'))
  })
})

function machine(state: VmState, type: CheckpointType): Vm {
  return exampleVm({ state, policy: { type, automatic: false, location: 'D:\\Hyper-V' } })
}

function wordOf(verdict: Verdict): Word {
  switch (verdict.kind) {
    case 'standard':
      return verdict.why === 'policy' ? 'standard' : `standard: ${verdict.why}`
    case 'open':
      return `open: ${verdict.otherwise}`
    case 'production':
    case 'offline':
    case 'refused':
      return verdict.kind
  }
}
