import type { Thumbnail } from '#contract/machine-details'

/** The picture as a canvas takes it, four bytes a pixel; null where the bytes are not as many as its size says. */
export function rgbaOf({ width, height, pixels }: Thumbnail): Uint8ClampedArray<ArrayBuffer> | null {
  const bytes = Uint8Array.from(atob(pixels), (character) => character.charCodeAt(0))
  if (bytes.length !== width * height * 2) return null
  const words = new DataView(bytes.buffer)
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const word = words.getUint16(pixel * 2, true)
    rgba[pixel * 4] = ((word >> 11) * 255) / 31
    rgba[pixel * 4 + 1] = (((word >> 5) & 63) * 255) / 63
    rgba[pixel * 4 + 2] = ((word & 31) * 255) / 31
    rgba[pixel * 4 + 3] = 255
  }
  return rgba
}
