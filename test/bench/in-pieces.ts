import type { Buffer } from 'node:buffer'

/** Cuts it into pieces of one size; the last `tail` bytes come one by one. */
export function inPieces(whole: Buffer, size: number, tail = 0): readonly Buffer[] {
  const pieces: Buffer[] = []
  const end = whole.length - tail
  for (let from = 0; from < end; from += size) pieces.push(whole.subarray(from, Math.min(from + size, end)))
  for (let from = end; from < whole.length; from += 1) pieces.push(whole.subarray(from, from + 1))
  return pieces
}
