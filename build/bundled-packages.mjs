import { mkdirSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname } from 'node:path'

/**
 * A plugin of Vite that writes down what a bundle is made of: the folders of the packages whose code it holds, as
 * package-lock.json names them, and the packages that it imports when it runs. What is packed and whose licences are
 * shipped follows from that, and nothing tells it afterwards.
 */
export function bundledPackages(file) {
  return {
    name: 'bundled-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const outputs = Object.values(bundle)
      const modules = outputs.flatMap((each) => each.moduleIds ?? each.originalFileNames ?? [])
      const imports = outputs.flatMap((each) => [...(each.imports ?? []), ...(each.dynamicImports ?? [])])
      const found = {
        bundled: sorted(modules.map(packageFolder)),
        imported: sorted(imports.filter((name) => !(name in bundle)).map(packageName)),
      }
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`)
    },
  }
}

/** Of '…/node_modules/a/node_modules/@b/c/file.js' the folder 'node_modules/a/node_modules/@b/c'; null for our own files. */
export function packageFolder(module) {
  const path = module.replaceAll('\\', '/').replaceAll('\0', '')
  const found = /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)
  return found?.[1] ?? null
}

/** Null for what Node and Electron bring themselves. */
function packageName(specifier) {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier) || specifier === 'electron')
    return null
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? null
}

function sorted(names) {
  return [...new Set(names.filter((name) => name !== null))].sort()
}
