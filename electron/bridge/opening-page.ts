/**
 * The page behind the address that is opened: its script trades the one-time key, which stands after the # and so is
 * never sent or logged, for a cookie, and goes on to the window. Kept apart so that the window knows of no transport.
 */
export const openingPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <title>Savepoint</title>
    <link rel="icon" href="data:," />
    <script src="/bridge/open.js" defer></script>
  </head>
  <body>
    <main>
      <h1>Savepoint</h1>
      <p id="message" role="status">Opening…</p>
    </main>
  </body>
</html>
`

export const openingScript = `const key = location.hash.slice(1)
history.replaceState(null, '', location.pathname)
fetch('/bridge/session', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ key }),
})
  .then((response) => {
    if (response.ok) location.replace('/')
    else show('This address opens Savepoint once, in one browser. A new address was printed where Savepoint was started: open that one.')
  })
  .catch(() => show('Savepoint does not answer any more. Start it again.'))
function show(text) {
  document.getElementById('message').textContent = text
}
`
