import { AppSettings, type AppSettingsState } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import type { Publish } from '#contract/events'
import type { Log, SettingsStore } from './ports.ts'
import { type FileSentences, whyNotKept } from './why-not-kept.ts'

/** The settings of the app: checked when they are loaded, kept when they change, and told to every window. */
export interface KeptSettings {
  readonly state: () => AppSettingsState
  readonly change: (changes: Changes) => AppSettingsState
}

type Read = ReturnType<SettingsStore['load']>

type Changes = { readonly [K in keyof AppSettings]?: AppSettings[K] | undefined }

export function keepSettings(store: SettingsStore, publish: Publish, log: Log): KeptSettings {
  const read = store.load()
  let state = loaded(read)
  if (state.problem !== null) log.warn('settings could not be read whole')
  return {
    state: () => state,
    change: (changes) => {
      const settings = { ...state.settings, ...defined(changes) }
      const isKept = store.save(settings)
      if (!isKept) log.warn('settings could not be kept')
      state = { settings, problem: isKept ? null : whyNotKept(read.trouble, sentences) }
      publish('settings.changed', state)
      return state
    },
  }
}

/** What is named without a value is not changed. */
function defined(changes: Changes): Partial<AppSettings> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}

/** Each setting for itself: one that makes no sense costs no other. */
function loaded({ values, trouble }: Read): AppSettingsState {
  const fields = Object.entries(AppSettings.shape).map(([name, schema]) => {
    const isThere = name in values
    return { name, isThere, read: schema.safeParse(values[name]) }
  })
  const good = fields.flatMap(({ name, read }) => (read.success ? [[name, read.data]] : []))
  const refused = fields.filter(({ isThere, read }) => isThere && !read.success).map(({ name }) => name)
  const settings = AppSettings.parse({ ...defaultAppSettings, ...Object.fromEntries(good) })
  return { settings, problem: trouble === null ? refusedFields(refused) : sentences[trouble] }
}

const sentences: FileSentences = {
  broken:
    'The file of settings could not be read and was set aside. Savepoint goes on with its own settings; nothing else is lost.',
  unread:
    'The file of settings can’t be opened, and stays as it is. Savepoint goes on with its own settings, which hold until Savepoint is closed.',
  newer:
    'The settings are from a newer version of Savepoint. Its file stays as it is, so what you change here holds until Savepoint is closed.',
  unwritable:
    'The settings hold until Savepoint is closed: their file can’t be written. Look whether the disk is full or the folder is write-protected.',
}

function refusedFields(names: readonly string[]): string | null {
  if (names.length === 0) return null
  return `Some settings made no sense and are as they were at first again: ${names.join(', ')}.`
}
