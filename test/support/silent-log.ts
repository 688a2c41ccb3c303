import type { Log } from '../../electron/core/ports.ts'

export const silentLog: Log = { info: () => undefined, warn: () => undefined, debug: () => undefined }
