/** One thing that is tried, and what was found when it went well. */
export interface Step {
  readonly title: string
  readonly run: () => Promise<string>
}

/** One after the other, each told as it ends; what follows a failure is not tried. Answers whether all went well. */
export async function takeSteps(steps: readonly Step[], say: (line: string) => void): Promise<boolean> {
  for (const { title, run } of steps) {
    try {
      say(`✓ ${title}: ${await run()}`)
    } catch (error) {
      say(`✗ ${title}: ${error instanceof Error ? error.message : String(error)}`)
      return false
    }
  }
  return true
}
