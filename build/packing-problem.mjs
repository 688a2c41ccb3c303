/** Packing loads Electron for Windows and the installer's tools; without a way to them no setting here helps. */
const ofDownload =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|fetch failed|cannot resolve|status code|HTTPError|RequestError|getaddrinfo/i

/** What went wrong while packing: one plain sentence where something could not be downloaded, else all that is known. */
export function packingProblem(error) {
  const message = String(error.stack ?? error)
  if (!ofDownload.test(message)) return message
  const from = /https?:\/\/[^\s"')]*[^\s"'):,.]/.exec(message)?.[0]
  return `Savepoint was built, but could not be packed: what electron-builder needs could not be downloaded${from === undefined ? '' : ` from ${from}`}.`
}
