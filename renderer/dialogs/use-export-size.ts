import { onMounted, shallowRef, type Ref } from 'vue'
import type { CheckpointDetails } from '#contract/machine-details'

export type ExportSize = 'reading' | 'unknown' | number

/** Bytes of all files that an export of the checkpoint copies, once the host has said which those are. */
export function useExportSize(readDetails: () => Promise<CheckpointDetails>): Readonly<Ref<ExportSize>> {
  const size = shallowRef<ExportSize>('reading')
  onMounted(async () => {
    size.value = await readDetails().then(sizeOf, () => 'unknown' as const)
  })
  return size
}

/** The base disks too: what is exported stands by itself. A file is counted once, though two disks may build on it. */
function sizeOf({ files, hardware }: CheckpointDetails): ExportSize {
  const all = [...files, ...hardware.disks.flatMap(({ chain }) => chain)]
  const sizes = [...new Map(all.map(({ path, size }) => [path, size])).values()]
  return sizes.reduce<ExportSize>(
    (sum, size) => (typeof sum === 'number' && size !== null ? sum + size : 'unknown'),
    0,
  )
}
