import { access, constants, stat } from 'node:fs/promises'
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path'

/**
 * The absolute path of the PowerShell to use: the file asked for, which is looked for on the PATH where it is a bare
 * name; else on Windows the Windows PowerShell that is always there, elsewhere the first `pwsh` on the PATH. Null where
 * there is none. No shell is asked.
 */
export async function findPowerShell(
  asked: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  if (asked !== undefined) {
    return firstFile(asked === basename(asked) ? onPath(asked, environment) : [resolve(asked)])
  }
  const usual = process.platform === 'win32' ? windowsPowerShells(environment) : []
  return firstFile([...usual, ...onPath('pwsh', environment)])
}

/** A 32-bit process sees the 64-bit PowerShell, which alone has Hyper-V's module, under Sysnative. */
function windowsPowerShells(environment: NodeJS.ProcessEnv): readonly string[] {
  const root = environment.SystemRoot ?? 'C:\\Windows'
  const folders = process.arch === 'ia32' ? ['Sysnative', 'System32'] : ['System32']
  return folders.map((folder) => join(root, folder, 'WindowsPowerShell', 'v1.0', 'powershell.exe'))
}

function onPath(program: string, environment: NodeJS.ProcessEnv): readonly string[] {
  const file = process.platform === 'win32' && !/\.exe$/i.test(program) ? `${program}.exe` : program
  // On Windows the variable may be written "Path".
  const name = Object.keys(environment).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = (environment[name] ?? '').split(delimiter)
  // A relative folder on the PATH would let the folder that we happen to run in choose the program.
  return folders.filter((folder) => isAbsolute(folder)).map((folder) => join(folder, file))
}

async function firstFile(files: readonly string[]): Promise<string | null> {
  for (const file of files) if (await isProgram(file)) return file
  return null
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}
