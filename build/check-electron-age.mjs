import { readFileSync } from 'node:fs'
import { electronAge } from './electron-age.mjs'

/** npm run check:electron-age: no release is made with an Electron for which nobody has looked for a newer one in a while. */
const { version, lookedAtOn, mostDays } = JSON.parse(
  readFileSync(new URL('electron-release.json', import.meta.url), 'utf8'),
)
const days = electronAge(lookedAtOn, Date.now())
if (days > mostDays) {
  console.error(
    `Electron ${version} was last looked at ${days} days ago. Look for a newer one, and note that in build/electron-release.json.`,
  )
  process.exitCode = 1
}
