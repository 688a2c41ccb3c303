/** The keys that are pressed together, as Electron names them: "Ctrl+Alt+Shift+C". Null while only such as Ctrl are held. */
export function pressedHotkey(event: KeyboardEvent): string | null {
  if (['Control', 'Alt', 'AltGraph', 'Shift', 'Meta'].includes(event.key)) return null
  const held = [
    ...(event.ctrlKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    ...(event.metaKey ? ['Super'] : []),
  ]
  return [...held, keyOf(event)].join('+')
}

/** The letter that the key types here; held together with others it may type a sign, so that its place has to do. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  const atPlace = /^(?:Key|Digit)(.)$/.exec(code)?.[1]
  return atPlace ?? names[key] ?? key
}

const names: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ' ': 'Space',
}
