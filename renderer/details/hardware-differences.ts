import type { Disk, Hardware, NetworkAdapter } from '#contract/machine-details'
import { fileSize, memory } from '../format.ts'
import { text } from '../text.ts'
import { fileName } from './file-name.ts'
import { diskPlace } from './file-rows.ts'
import { macAddress } from './mac-address.ts'

/** One setting, as it was when a checkpoint was taken and as it is now. */
export interface HardwareDifference {
  readonly what: string
  readonly then: string
  readonly now: string
  readonly isSame: boolean
}

/** A setting's name and its value in words. */
type Settings = ReadonlyMap<string, string>

/** Every setting of both, in one order. What there is on one side alone is not there on the other. */
export function hardwareDifferences(then: Hardware, now: Hardware): readonly HardwareDifference[] {
  const before = settingsOf(then)
  const after = settingsOf(now)
  const names = new Set([...before.keys(), ...after.keys()])
  const { absent } = text.details.differences
  return [...names].map((what) => {
    const [was, is] = [before.get(what), after.get(what)]
    return { what, then: was ?? absent, now: is ?? absent, isSame: was === is }
  })
}

function settingsOf(hardware: Hardware): Settings {
  return new Map([
    [text.details.differences.processors, String(hardware.processors)],
    ...memorySettings(hardware),
    ...hardware.disks.map((disk) => diskSetting(disk)),
    ...hardware.networkAdapters.flatMap(adapterSettings),
  ])
}

function memorySettings({ memory: { startup, isDynamic, minimum, maximum } }: Hardware): [string, string][] {
  const words = text.details.memory
  const range: [string, string][] = [
    [words.minimum, memory(minimum)],
    [words.maximum, memory(maximum)],
  ]
  return [
    [words.startup, memory(startup)],
    [words.dynamic, isDynamic ? words.enabled : words.disabled],
    // Hyper-V keeps a range that it does not use.
    ...(isDynamic ? range : []),
  ]
}

/** By its base file: the one that takes the writes is another one after each checkpoint. */
function diskSetting(disk: Disk): [string, string] {
  const words = text.details.differences
  const { diskNumber, capacity, isShared, chain } = disk
  const file = fileName(chain.at(-1)?.path ?? '').name
  const size = capacity === null ? [] : [fileSize(capacity)]
  const value = diskNumber === null ? [file, ...size].join(', ') : words.passThrough(diskNumber)
  return [words.disk(diskPlace(disk)), isShared ? words.sharedDisk(value) : value]
}

/** Adapters have no place, and may have one name: those of one name are told apart by their order. */
function adapterSettings(
  adapter: NetworkAdapter,
  index: number,
  all: readonly NetworkAdapter[],
): [string, string][] {
  const words = text.details.differences
  const earlier = all.slice(0, index).filter(({ name }) => name === adapter.name).length
  const name = earlier === 0 ? adapter.name : `${adapter.name} (${String(earlier + 1)})`
  return [
    [words.connection(name), adapter.switchName ?? text.details.networking.notConnected],
    [words.macAddress(name), adapter.isMacAddressDynamic ? words.dynamic : macAddress(adapter.macAddress)],
  ]
}
