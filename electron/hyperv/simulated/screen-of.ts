import { createPicture, type Area, type Picture } from './picture.ts'
import { createRandom, type Random } from './random.ts'
import type { SimulatedCheckpoint, SimulatedVm } from './simulation.ts'

/** Pixels. */
export const screenSize = { width: 240, height: 180 } as const

/**
 * What the machine shows, or showed when the checkpoint was taken, in RGB565; null where no memory holds a screen.
 * The same for the same machine, and for the same checkpoint.
 */
export function screenOf(vm: SimulatedVm, checkpoint: SimulatedCheckpoint | null): Uint8Array | null {
  if (checkpoint === null ? vm.state === 'Off' : !checkpoint.isSaved) return null
  const picture = createPicture(screenSize.width, screenSize.height)
  const hue = createRandom(seedOf(vm.id)).next()
  const random = createRandom(seedOf((checkpoint ?? vm).id))
  draw[vm.screen](picture, hue, random)
  return picture.bytes
}

type Draw = (picture: Picture, hue: number, random: Random) => void

const { width, height } = screenSize
const whole = { x: 0, y: 0, width, height }

const draw: Readonly<Record<SimulatedVm['screen'], Draw>> = {
  /** A picture of somebody, a name, and where the password goes. */
  'sign-in': (picture, hue) => {
    const [dark, light] = coloursOf(hue)
    picture.shade(whole, dark, light)
    picture.disc(width / 2, 62, 20, 0xe6ecf2)
    picture.disc(width / 2, 56, 7, 0x8fa3b5)
    picture.disc(width / 2, 71, 10, 0x8fa3b5)
    picture.fill({ x: width / 2 - 24, y: 92, width: 48, height: 3 }, 0xffffff)
    picture.fill({ x: width / 2 - 34, y: 104, width: 68, height: 11 }, 0xf4f6f8)
    picture.fill({ x: width / 2 + 24, y: 104, width: 10, height: 11 }, dark)
    for (const x of [204, 215, 226]) picture.disc(x, 168, 3, 0xe6ecf2)
  },
  /** A task bar, some icons, and a window with lines of text. */
  desktop: (picture, hue, random) => {
    const [dark, light] = coloursOf(hue)
    picture.shade(whole, light, dark)
    for (const y of [10, 34, 58]) picture.fill({ x: 10, y, width: 12, height: 12 }, 0xf2d16b)
    const [x, y] = [34 + Math.floor(random.next() * 40), 14 + Math.floor(random.next() * 24)]
    picture.fill({ x, y, width: 150, height: 112 }, 0xffffff)
    picture.fill({ x, y, width: 150, height: 11 }, 0xdfe5ec)
    picture.fill({ x: x + 138, y: y + 3, width: 6, height: 5 }, 0xc42b1c)
    picture.fill({ x, y: y + 11, width: 34, height: 101 }, 0xf3f5f7)
    words(picture, random, { x: x + 40, y: y + 18, width: 104, height: 88 }, 0x8a94a0)
    picture.fill({ x: 0, y: height - 14, width, height: 14 }, 0xeaf0f6)
    for (const at of [88, 104, 120, 136]) picture.fill({ x: at, y: height - 11, width: 9, height: 8 }, dark)
    picture.fill({ x: 208, y: height - 8, width: 24, height: 2 }, 0x5f6b76)
  },
  /** What the system wrote while it started, and a prompt. */
  console: (picture, _hue, random) => {
    picture.fill(whole, 0x0c0c0c)
    words(picture, random, { x: 6, y: 6, width: width - 12, height: 150 }, 0xb8bcc0)
    for (let y = 6; y < 100; y += 6) picture.fill({ x: 6, y, width: 10, height: 2 }, 0x3fbf5a)
    picture.fill({ x: 6, y: 162, width: 52, height: 2 }, 0x3fbf5a)
    picture.fill({ x: 62, y: 159, width: 4, height: 7 }, 0xd0d4d8)
  },
}

/** Lines of words that nobody can read at this size. */
function words(picture: Picture, random: Random, area: Area, colour: number): void {
  for (let y = area.y; y < area.y + area.height; y += 6) {
    const end = area.x + area.width * (0.35 + random.next() * 0.65)
    for (let x = area.x; x < end;) {
      const length = Math.min(4 + Math.floor(random.next() * 18), Math.round(end - x))
      picture.fill({ x, y, width: length, height: 2 }, colour)
      x += length + 4
    }
  }
}

/** A darker and a lighter colour of the same kind, each machine its own. */
function coloursOf(hue: number): readonly [number, number] {
  return [colourOf(hue, 0.26), colourOf(hue, 0.5)]
}

/** From blue-green over blue to violet, as the pictures are that Windows brings along. */
function colourOf(hue: number, lightness: number): number {
  const angle = 185 + hue * 80
  const channel = (offset: number): number => {
    const k = (offset + angle / 30) % 12
    const share = 0.45 * Math.min(lightness, 1 - lightness)
    return Math.round(255 * (lightness - share * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return (channel(0) << 16) | (channel(8) << 8) | channel(4)
}

function seedOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16)
}
