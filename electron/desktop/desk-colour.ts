import { nativeTheme } from 'electron'

/** The colour behind a page until it is painted, so that no window flashes. The same as `--desk` in theme/tokens.css. */
export function deskColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#f3f3f3'
}
