/**
 * What electron-builder.yml leaves to whoever packs, as an addition to it. SAVEPOINT_PUBLISHER is the name on the
 * certificate; SAVEPOINT_UPDATE_FEED the https address that updates are fetched from, without which the app never
 * looks for any. The certificate itself is electron-builder's own affair (WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD).
 */
export function packagingSettings(environment) {
  const publisher = valueOf(environment.SAVEPOINT_PUBLISHER)
  const feed = feedOf(valueOf(environment.SAVEPOINT_UPDATE_FEED))
  if (feed !== null && publisher === null)
    throw new Error(
      'SAVEPOINT_UPDATE_FEED is set and SAVEPOINT_PUBLISHER is not: an update is only taken when it is signed by the publisher.',
    )
  return { ...ofPublisher(publisher), ...(feed === null ? {} : ofFeed(feed, publisher)) }
}

function ofPublisher(publisher) {
  if (publisher === null) return {}
  return {
    copyright: `© ${publisher}`,
    win: { signtoolOptions: { publisherName: [publisher], signingHashAlgorithms: ['sha256'] } },
    extraMetadata: { author: { name: publisher } },
  }
}

/** Where to look and whom to trust go into the archive, whose integrity Electron checks, and not into a file beside it. */
function ofFeed(feed, publisher) {
  return {
    publish: { provider: 'generic', url: feed },
    // An app that looks for signed updates would never take one that followed an unsigned version of itself.
    forceCodeSigning: true,
    extraMetadata: { author: { name: publisher }, updates: { feed, publisher } },
  }
}

function feedOf(text) {
  if (text === null) return null
  if (!URL.canParse(text) || new URL(text).protocol !== 'https:')
    throw new Error('SAVEPOINT_UPDATE_FEED has to be an address that begins with https://.')
  return text
}

function valueOf(text) {
  return text === undefined || text.trim() === '' ? null : text.trim()
}
