import { Buffer } from 'node:buffer'

/** Bytes of what comes before the images: for the file itself, and for each image. */
const [ofFile, ofImage] = [6, 16]

/** A Windows icon of several sizes, each a PNG, which Windows has read in icons since Vista. */
export function iconFile(images) {
  const head = Buffer.alloc(ofFile + ofImage * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  images.forEach(({ size, png }, index) => {
    writeEntry(head, ofFile + ofImage * index, { size, length: png.length, offset })
    offset += png.length
  })
  return Buffer.concat([head, ...images.map(({ png }) => png)])
}

/** A width or height of 256 is written as 0, for it has one byte. */
function writeEntry(head, at, { size, length, offset }) {
  head.writeUInt8(size % 256, at)
  head.writeUInt8(size % 256, at + 1)
  head.writeUInt16LE(1, at + 4)
  head.writeUInt16LE(32, at + 6)
  head.writeUInt32LE(length, at + 8)
  head.writeUInt32LE(offset, at + 12)
}
