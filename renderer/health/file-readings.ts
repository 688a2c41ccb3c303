import { computed, ref, shallowReactive, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { HostStorage, VmCosts } from '#contract/machine-costs'
import type { Vm, VmId } from '#contract/model'
import { call } from '../bridge.ts'
import { filesKey } from './files-key.ts'

export interface FileReadings {
  /** Of the machines whose files are still as they were read. */
  readonly costs: ComputedRef<ReadonlyMap<VmId, VmCosts>>
  readonly storage: Readonly<Ref<HostStorage | null>>
  readonly progress: ComputedRef<ReadingProgress>
  /** Goes on with whatever was not read yet; what changes meanwhile is read again. */
  readonly begin: () => void
  /** What was read is kept. */
  readonly end: () => void
  /** All is read again, and what was read is shown until then. */
  readonly readAgain: () => void
}

export interface ReadingProgress {
  readonly isReading: boolean
  /** Machines that have checkpoints. */
  readonly all: number
  readonly read: number
  /** Those of them that did not answer. */
  readonly failed: number
}

/** Milliseconds. All is judged and sorted anew with what was read, which on a large host must not come with each machine. */
const toldEvery = 1_000

interface FilesRead {
  readonly key: string
  readonly round: number
  /** Null where they could not be read. */
  readonly costs: VmCosts | null
}

/** The files of all machines, a machine at a time: each takes Hyper-V a moment, and the list must not wait for it. */
export function createFileReadings(vms: () => Iterable<Vm>): FileReadings {
  const files = shallowReactive(new Map<VmId, FilesRead>())
  const told = shallowRef<ReadonlyMap<VmId, FilesRead>>(new Map())
  const storage = shallowRef<HostStorage | null>(null)
  const round = ref(1)
  const storageRound = ref(0)
  const isWanted = ref(false)
  const isReading = ref(false)

  const concerned = computed(() => [...vms()].filter(({ checkpoints }) => checkpoints.length > 0))
  const keys = computed(() => new Map([...vms()].map((vm) => [vm.id, filesKey(vm)])))
  const pending = computed(() => concerned.value.filter((vm) => !isDone(files.get(vm.id), vm)))

  function isDone(read: FilesRead | undefined, { id }: Vm): boolean {
    return read?.round === round.value && read.key === keys.value.get(id)
  }

  async function readFiles({ id }: Vm): Promise<void> {
    const asked = { key: keys.value.get(id) ?? '', round: round.value }
    const before = files.get(id)
    const kept = before?.key === asked.key ? before.costs : null
    files.set(id, { ...asked, costs: await call('vm.costs', { vmId: id }).catch(() => kept) })
  }

  async function readStorage(): Promise<void> {
    storageRound.value = round.value
    storage.value = await call('host.storage', {}).catch(() => storage.value)
  }

  function nextReading(): (() => Promise<void>) | null {
    if (!isWanted.value) return null
    if (storageRound.value !== round.value) return readStorage
    const [vm] = pending.value
    return vm === undefined ? null : () => readFiles(vm)
  }

  async function readOn(): Promise<void> {
    if (isReading.value) return
    isReading.value = true
    let toldAt = -Infinity
    for (let read = nextReading(); read !== null; read = nextReading()) {
      await read()
      if (performance.now() - toldAt < toldEvery) continue
      tell()
      toldAt = performance.now()
    }
    tell()
    isReading.value = false
  }

  function tell(): void {
    told.value = new Map(files)
  }

  watch([isWanted, pending, round], readOn)

  return {
    storage,
    costs: computed(
      () =>
        new Map(
          [...told.value].flatMap(([id, { key, costs }]) =>
            costs === null || key !== keys.value.get(id) ? [] : [[id, costs] as const],
          ),
        ),
    ),
    progress: computed(() => ({
      isReading: isWanted.value && (isReading.value || pending.value.length > 0),
      all: concerned.value.length,
      read: concerned.value.length - pending.value.length,
      failed: concerned.value.filter(({ id }) => files.get(id)?.costs === null).length,
    })),
    begin: () => {
      isWanted.value = true
    },
    end: () => {
      isWanted.value = false
    },
    readAgain: () => {
      round.value += 1
    },
  }
}
