import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'

const pixels = z.number().int().min(-100_000).max(100_000)
const size = z.number().int().min(1).max(100_000)

/** Where the large window was when it was last seen; not maximized, where it goes when it is restored. */
const WindowState = z.object({ x: pixels, y: pixels, width: size, height: size, isMaximized: z.boolean() })
export type WindowState = z.infer<typeof WindowState>

/** Where the state of the window is kept. What is in there may have been written by anybody. */
export interface WindowStates {
  readonly load: () => { readonly values: unknown }
  readonly save: (state: WindowState) => boolean
}

interface WindowPlace {
  /** Without it the window is put into the middle of the main display. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

const usualPlace: WindowPlace = { at: null, width: 1280, height: 800, isMaximized: false }

/**
 * Where the window opens: as it was, on the display that shows most of it and inside of what the taskbar leaves of that.
 * A display that is no longer there takes nothing with it.
 */
export function placeOf(kept: unknown, workAreas: readonly Rectangle[]): WindowPlace {
  const read = WindowState.safeParse(kept)
  if (!read.success) return usualPlace
  const { isMaximized } = read.data
  const area = workAreas.toSorted((a, b) => shared(read.data, b) - shared(read.data, a))[0]
  if (area === undefined || shared(read.data, area) === 0) return { ...usualPlace, isMaximized }
  const width = Math.min(read.data.width, area.width)
  const height = Math.min(read.data.height, area.height)
  const at = {
    x: between(area.x, read.data.x, area.x + area.width - width),
    y: between(area.y, read.data.y, area.y + area.height - height),
  }
  return { at, width, height, isMaximized }
}

export function stateOf(window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>): WindowState {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
}

/** In square pixels. */
function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(width, 0) * Math.max(height, 0)
}

function between(least: number, wanted: number, most: number): number {
  return Math.min(Math.max(wanted, least), most)
}
