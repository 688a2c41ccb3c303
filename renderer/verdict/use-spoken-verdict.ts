import { computed, watch, type Ref } from 'vue'
import type { Vm } from '#contract/model'
import { verdictLine } from '#contract/verdict-text'
import type { Verdict } from '#contract/verdict'
import { useNotices } from '../stores/notices.ts'
import { text } from '../text.ts'

/** Tells those who listen that a verdict has changed by itself: what they did themselves is told already. */
export function useSpokenVerdict(vm: () => Vm, verdict: Readonly<Ref<Verdict | null>>): void {
  const notices = useNotices()
  const shown = computed(() => ({
    of: `${vm().id} ${vm().state} ${vm().policy.type}`,
    line: verdict.value === null ? null : verdictLine(verdict.value),
  }))
  watch(shown, (now, before) => {
    if (now.of !== before.of || now.line === null || before.line === null) return
    if (now.line !== before.line) notices.announce(text.verdict.changed(vm().name, now.line))
  })
}
