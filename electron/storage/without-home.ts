import { homedir } from 'node:os'

/**
 * A text without the folder of whoever is signed in, which is named after them; also where it is written as an address
 * or with its backslashes doubled. Windows does not tell capitals from small letters in it.
 */
export function withoutHome(text: string, home = homedir(), platform: string = process.platform): string {
  const parts = home.split(/[\\/]+/)
  if (parts.filter((part) => part !== '').length === 0) return text
  const pattern = parts.map((part) => `(?:${literally(part)}|${literally(encodeURI(part))})`).join('[\\\\/]+')
  const isWindows = platform === 'win32'
  // Not where a longer name begins the same.
  return text.replace(
    new RegExp(`${pattern}(?![\\w.-])`, isWindows ? 'gi' : 'g'),
    isWindows ? '%USERPROFILE%' : '~',
  )
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
