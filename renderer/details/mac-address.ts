/** "00-15-5D-01-0A-0B", as Windows writes what Hyper-V gives as twelve digits. */
export function macAddress(digits: string): string {
  return digits.match(/../g)?.join('-') ?? digits
}
