import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Language, Parser, type Node } from 'web-tree-sitter'

const require = createRequire(import.meta.url)
const grammarFile = require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')

/** Reads PowerShell text as a tree, by a grammar of what Windows PowerShell 5.1 knows. */
export type ParsePowerShell = (text: string) => Node

/** Runs as WebAssembly, so it needs neither a PowerShell nor a compiler where the tests run. */
export async function openPowerShellParser(): Promise<ParsePowerShell> {
  await Parser.init()
  const parser = new Parser().setLanguage(await Language.load(await readFile(grammarFile)))
  return (text) => {
    const tree = parser.parse(text)
    if (tree === null) throw new Error('The parser gave up.')
    return tree.rootNode
  }
}
