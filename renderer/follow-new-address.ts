/**
 * The address that Savepoint prints differs from that of an open page by its key alone, which stands after the #, and no
 * browser loads a page anew for that: so the page itself goes where the key is traded, which leaves none in the address.
 */
export function followNewAddress(): () => void {
  const follow = (): void => {
    if (location.hash !== '') location.replace(`/bridge/open${location.hash}`)
  }
  follow()
  addEventListener('hashchange', follow)
  return () => {
    removeEventListener('hashchange', follow)
  }
}
