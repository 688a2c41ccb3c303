/** Three digits that matter; more would be noise. */
export function shortNumber(value: number): string {
  return Math.abs(value) >= 1_000
    ? Math.round(value).toLocaleString('en-US')
    : String(Number(value.toPrecision(3)))
}
