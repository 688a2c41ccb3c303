import type { VmDetails } from '#contract/machine-details'
import type { VmLoad } from '#contract/model'
import { memory } from '../format.ts'
import { text } from '../text.ts'
import type { Fact } from '../ui/fact.ts'

/** As Hyper-V Manager's Memory tab has it. */
export function memoryFacts(
  { hardware, memoryDemand }: VmDetails,
  { memoryAssigned }: VmLoad,
): readonly (readonly Fact[])[] {
  const words = text.details.memory
  const { startup, isDynamic, minimum, maximum } = hardware.memory
  return [
    [
      { label: words.startup, value: memory(startup) },
      { label: words.dynamic, value: isDynamic ? words.enabled : words.disabled },
      ...(isDynamic
        ? [
            { label: words.minimum, value: memory(minimum) },
            { label: words.maximum, value: memory(maximum) },
          ]
        : []),
    ],
    [
      {
        label: words.assigned,
        value: memoryAssigned === null || memoryAssigned === 0 ? words.notAssigned : memory(memoryAssigned),
      },
      ...(memoryDemand === null ? [] : [{ label: words.demand, value: memory(memoryDemand) }]),
    ],
  ]
}
