import { computed, shallowRef, type ComputedRef } from 'vue'
import type { AppSettings } from '#contract/app-settings'

export type SwitchableQuestion = AppSettings['unasked'][number]

export interface SettingsDraft {
  /** As they would be: what is kept, with what was edited here. */
  readonly shown: ComputedRef<AppSettings>
  /** Only what differs, so that what another window sets meanwhile is not set back. */
  readonly changes: ComputedRef<Partial<AppSettings>>
  readonly edit: (edits: Partial<AppSettings>) => void
  readonly setAsked: (question: SwitchableQuestion, isAsked: boolean) => void
  readonly clear: () => void
}

/** What was edited in the dialog and not applied yet, over settings that may change under it. */
export function useSettingsDraft(kept: () => AppSettings): SettingsDraft {
  const edits = shallowRef<Partial<AppSettings>>({})
  /** By question, since another window may switch off others meanwhile. */
  const asked = shallowRef<ReadonlyMap<SwitchableQuestion, boolean>>(new Map())
  const shown = computed(() => ({
    ...kept(),
    ...edits.value,
    unasked: unaskedAfter(kept().unasked, asked.value),
  }))
  return {
    shown,
    changes: computed(() => differing(kept(), shown.value)),
    edit: (more) => {
      edits.value = { ...edits.value, ...more }
    },
    setAsked: (question, isAsked) => {
      asked.value = new Map(asked.value).set(question, isAsked)
    },
    clear: () => {
      edits.value = {}
      asked.value = new Map()
    },
  }
}

function unaskedAfter(
  unasked: readonly SwitchableQuestion[],
  asked: ReadonlyMap<SwitchableQuestion, boolean>,
): SwitchableQuestion[] {
  const added = [...asked.keys()].filter(
    (question) => asked.get(question) === false && !unasked.includes(question),
  )
  return [...unasked.filter((question) => asked.get(question) !== true), ...added]
}

function differing(before: AppSettings, after: AppSettings): Partial<AppSettings> {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old.get(name))),
  )
}
