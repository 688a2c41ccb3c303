import { watch } from 'vue'
import { sentence } from './sentence.ts'
import { useNotices } from './stores/notices.ts'
import { useSettings } from './stores/settings.ts'
import { noteTold, wasTold } from './stores/told.ts'
import { text } from './text.ts'

/** Says once what is wrong with what was kept of the settings, until the function returned is called. */
export function tellSettingsProblem(): () => void {
  const settings = useSettings()
  return watch(() => settings.state?.problem ?? null, tell, { immediate: true })
}

function tell(problem: string | null): void {
  if (problem === null || wasTold(problem)) return
  noteTold(problem)
  useNotices().add({
    id: 'settings',
    severity: 'warning',
    vmId: null,
    title: sentence`${text.appSettings.title}`,
    message: problem,
    detail: null,
  })
}
