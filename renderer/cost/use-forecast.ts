import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { forecastDelete, type DeleteForecast } from '#contract/delete-forecast'
import { failureOf, type Failure } from '#contract/errors'
import type { VmCosts } from '#contract/machine-costs'
import type { Checkpoint, Vm } from '#contract/model'

export interface Forecast {
  /** Null until the files were read. */
  readonly forecast: ComputedRef<DeleteForecast | null>
  /** Why they could not be, or null. */
  readonly problem: ComputedRef<Failure | null>
}

interface Asked {
  readonly vm: Vm
  readonly going: readonly Checkpoint[]
  readonly readCosts: () => Promise<VmCosts>
}

type Answer = { readonly costs: VmCosts } | { readonly problem: Failure }

/** What becomes of the files, read when the question is put, and anew when the tree has changed under it. */
export function useForecast(asked: () => Asked): Forecast {
  const answer = shallowRef<Answer | null>(null)
  let round = 0

  async function read(): Promise<void> {
    round += 1
    const mine = round
    answer.value = null
    const next = await asked()
      .readCosts()
      .then(
        (costs) => ({ costs }),
        (error: unknown) => ({ problem: failureOf(error) }),
      )
    if (mine === round) answer.value = next
  }

  watch(() => treeOf(asked()), read, { immediate: true })

  return {
    forecast: computed(() =>
      answer.value === null || 'problem' in answer.value
        ? null
        : forecastDelete(answer.value.costs, new Set(asked().going.map(({ id }) => id))),
    ),
    problem: computed(() =>
      answer.value !== null && 'problem' in answer.value ? answer.value.problem : null,
    ),
  }
}

function treeOf({ vm, going }: Asked): string {
  const hanging = vm.checkpoints.map(({ id, parentId }) => [id, parentId])
  return JSON.stringify([hanging, vm.parentCheckpointId, going.map(({ id }) => id)])
}
