/** A picture that is drawn by rectangles, in RGB565: two bytes a pixel with the lower one first, row by row. */
export interface Picture {
  /** What lies outside of the picture is left out. A colour is 0xRRGGBB. */
  readonly fill: (area: Area, colour: number) => void
  /** From the one colour at the top to the other at the bottom. */
  readonly shade: (area: Area, top: number, bottom: number) => void
  readonly disc: (x: number, y: number, radius: number, colour: number) => void
  readonly bytes: Uint8Array
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function createPicture(width: number, height: number): Picture {
  const bytes = new Uint8Array(width * height * 2)
  const row = (x: number, y: number, length: number, colour: number): void => {
    if (y < 0 || y >= height) return
    const pixel = rgb565(colour)
    for (let at = Math.max(0, x); at < Math.min(width, x + length); at += 1) {
      bytes[(y * width + at) * 2] = pixel & 0xff
      bytes[(y * width + at) * 2 + 1] = pixel >> 8
    }
  }
  const shade: Picture['shade'] = (area, top, bottom) => {
    for (let line = 0; line < area.height; line += 1) {
      row(area.x, area.y + line, area.width, between(top, bottom, line / Math.max(1, area.height - 1)))
    }
  }
  return {
    bytes,
    shade,
    fill: (area, colour) => {
      shade(area, colour, colour)
    },
    disc: (x, y, radius, colour) => {
      for (let line = -radius; line <= radius; line += 1) {
        const half = Math.round(Math.sqrt(radius ** 2 - line ** 2))
        row(x - half, y + line, 2 * half + 1, colour)
      }
    },
  }
}

/** Five bits of red, six of green, five of blue. */
function rgb565(colour: number): number {
  const [red, green, blue] = channels(colour)
  return ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3)
}

function between(one: number, other: number, part: number): number {
  const from = channels(one)
  const to = channels(other)
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * part))
  return mixed.reduce((colour, channel) => colour * 256 + channel, 0)
}

function channels(colour: number): readonly [number, number, number] {
  return [(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff]
}
