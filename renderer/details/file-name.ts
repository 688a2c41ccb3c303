/** A path, taken apart before its last part. Hosts write either stroke. */
export function fileName(path: string): { readonly name: string; readonly folder: string } {
  const end = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'))
  return { name: path.slice(end + 1), folder: path.slice(0, Math.max(end, 0)) }
}
