import { fileURLToPath } from 'node:url'
import { build } from 'electron-builder'
import { buildIfStale } from './build-if-stale.mjs'

/** npm run package: the Windows app in release/. It takes electron-builder's own parameters for what to make: --dir, --x64, --arm64. */
const root = fileURLToPath(new URL('..', import.meta.url))

await buildIfStale(root)
try {
  const made = await build({
    projectDir: root,
    config: 'build/electron-builder.yml',
    win: [],
    dir: process.argv.includes('--dir'),
    arm64: process.argv.includes('--arm64'),
    x64: process.argv.includes('--x64') || !process.argv.includes('--arm64'),
  })
  for (const file of made) console.log(file)
} catch (error) {
  console.error(explained(error))
  process.exitCode = 1
}

/** Packing loads Electron for Windows and the installer's tools; without a way to them no setting here helps. */
function explained(error) {
  const message = String(error.stack ?? error)
  const isDownload =
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|fetch failed|cannot resolve|status code|HTTPError|RequestError|getaddrinfo/i
  if (!isDownload.test(message)) return message
  const from = /https?:\/\/[^\s"')]+/.exec(message)?.[0]
  return `Savepoint was built, but could not be packed: what electron-builder needs could not be downloaded${from === undefined ? '' : ` from ${from}`}.`
}
