/** What our own process was started with and PowerShell must not inherit, in lower case. */
const dropped: ReadonlySet<string> = new Set([
  'node_options',
  'node_powershell',
  'electron_run_as_node',
  'savepoint_module_path',
  // PowerShell 7's modules must not be offered to Windows PowerShell; each builds its own path when there is none.
  'psmodulepath',
])

/** The environment for PowerShell. `modulePath` is put first by the session itself: PowerShell 7 would put its own first. */
export function cleanEnvironment(
  environment: NodeJS.ProcessEnv,
  modulePath: string | undefined,
): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !dropped.has(name.toLowerCase()))
  return {
    ...Object.fromEntries(kept),
    // Without these PowerShell on Linux writes escape codes around every line.
    TERM: 'dumb',
    NO_COLOR: '1',
    // A process that is ended from outside would leave its debugger's pipes in the temporary folder.
    DOTNET_EnableDiagnostics: '0',
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    POWERSHELL_UPDATECHECK: 'Off',
    ...(modulePath === undefined ? {} : { SAVEPOINT_MODULE_PATH: modulePath }),
  }
}
