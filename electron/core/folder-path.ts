import { AppError } from '#contract/errors'
import type { FolderPath } from '#contract/inputs'
import type { HostStatus } from '#contract/model'

/** Refuses, with `invalid-folder` and the reason, a path that no folder of the host can have. Says nothing about whether it is there. */
export function requireFolderPath(path: FolderPath, style: HostStatus['pathStyle']): void {
  const problem = style === 'windows' ? windowsProblem(path) : posixProblem(path)
  if (problem !== null) throw new AppError('invalid-folder', problem)
}

function windowsProblem(path: string): string | null {
  const common = commonProblem(path)
  if (common !== null) return common
  if (/^\\\\[?.]\\/.test(path))
    return 'Paths that begin with \\\\?\\ or \\\\.\\ can’t be used. Write the folder as D:\\Folder or \\\\server\\share.'
  const rest = /^(?:[A-Za-z]:[\\/]|\\\\[^\\/]+[\\/][^\\/]+)(.*)$/s.exec(path)?.[1]
  if (rest === undefined) return 'Write the whole path of the folder, from the drive on, such as D:\\Exports.'
  for (const part of rest.split(/[\\/]+/)) {
    const problem = windowsPartProblem(part)
    if (problem !== null) return problem
  }
  return null
}

function windowsPartProblem(part: string): string | null {
  if (part === '.' || part === '..')
    return 'Write the path without “.” and “..”, so that it is clear which folder is meant.'
  const forbidden = /[<>:"|?*]/.exec(part)?.[0]
  if (forbidden !== undefined) return `A folder’s name can’t hold ${forbidden} on Windows.`
  if (/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/i.test(part)) {
    return `“${part}” is a name that Windows keeps for itself. Choose another folder.`
  }
  if (/[. ]$/.test(part))
    return `“${part}” ends with a dot or a space, which Windows would drop. Choose another folder.`
  return null
}

function posixProblem(path: string): string | null {
  const common = commonProblem(path)
  if (common !== null) return common
  if (!path.startsWith('/')) return 'Write the whole path of the folder, from / on.'
  if (path.split('/').some((part) => part === '.' || part === '..')) {
    return 'Write the path without “.” and “..”, so that it is clear which folder is meant.'
  }
  return null
}

function commonProblem(path: string): string | null {
  if (path.trim() === '') return 'Choose a folder first.'
  if (/\p{Cc}/u.test(path)) return 'A path can’t hold line breaks or control characters.'
  if (!path.isWellFormed()) return 'This path holds half of a character. Type it again.'
  return null
}
