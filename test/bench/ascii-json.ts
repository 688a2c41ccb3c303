/** JSON as ConvertTo-Ascii.ps1 makes it, for an answer is ASCII alone. */
export function asciiJson(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
