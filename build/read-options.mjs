/** The options of a start, read by the app's own rules. Ends the process where that is all that was asked, or where they are wrong. */
export async function readOptions(argv) {
  const { parseStartOptions, usage } = await startOptionsModule()
  try {
    const options = parseStartOptions(argv)
    if (!options.help) return options
    console.log(usage)
  } catch (error) {
    // Node's own sentence goes on about an end of options that this program has not.
    console.error(`${error.message.split('. To specify')[0]}.`.replace(/\.\.$/, '.'))
    console.error('npm start -- --help lists the options.')
    process.exit(2)
  }
  return process.exit(0)
}

/** It is written in TypeScript, which Node 20 does not read by itself. */
async function startOptionsModule() {
  const tsx = await import('tsx/esm/api').catch(() => {
    console.error('Savepoint’s packages are not installed yet. Run npm ci first.')
    process.exit(1)
  })
  return tsx.tsImport('../electron/start-options.ts', import.meta.url)
}
