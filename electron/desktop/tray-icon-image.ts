/// <reference types="vite/types/importMeta.d.ts" />
import { type NativeImage, nativeImage } from 'electron'
import type { TrayState } from '#contract/tray-state'

/** In the built file itself, so that no path can miss them in the packed app. */
const files = import.meta.glob<string>('./icons/*.png', { query: '?inline', import: 'default', eager: true })

const sizes = [16, 20, 24, 32] as const

/** What of a state can be seen in an icon. */
export type TrayLook = Pick<TrayState, 'icon' | 'percent'>

/** Which picture that is: icons of the same name look the same. */
export function trayIconName({ icon, percent }: TrayLook, isDark: boolean, scaleFactor: number): string {
  const step = Math.floor((percent ?? 0) / 25) * 25
  const picture = icon === 'working' ? `working-${String(step)}` : icon
  const size = sizes.find((each) => each >= 16 * scaleFactor) ?? 32
  return `${picture}-${isDark ? 'dark' : 'light'}-${String(size)}`
}

/**
 * In the one size that the taskbar shows: of an image that holds several, Electron gives Windows the smallest, which is
 * blurred on every screen but the coarsest.
 */
export function trayIconImage(name: string): NativeImage {
  return nativeImage.createFromDataURL(files[`./icons/${name}.png`] ?? '')
}
