/**
 * Of npm's own CycloneDX of everything that is installed here, what leaves the house: the packages that are packed or
 * bundled, and Electron, which they run in. `folders` are as package-lock.json names them.
 */
export function billOfMaterials(ofNpm, lock, folders) {
  const { name, version } = lock.packages['']
  const kept = new Set([...folders, 'node_modules/electron'].map((folder) => referenceOf(lock, folder)))
  const components = ofNpm.components.filter((each) => kept.has(each['bom-ref']))
  const missing = [...kept].filter((reference) => !components.some((each) => each['bom-ref'] === reference))
  if (missing.length > 0) throw new Error(`npm does not list ${missing.join(', ')}.`)
  const own = ofNpm.metadata.component['bom-ref']
  return {
    ...ofNpm,
    metadata: {
      ...ofNpm.metadata,
      component: { ...ofNpm.metadata.component, type: 'application', name, version },
    },
    components: components.map(asShipped),
    dependencies: ofNpm.dependencies
      .filter(({ ref }) => ref === own || kept.has(ref))
      .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((needed) => kept.has(needed)) })),
  }
}

function referenceOf(lock, folder) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return `${name}@${lock.packages[folder].version}`
}

/** What was only there to build with is shipped all the same when it is bundled. */
function asShipped(component) {
  return {
    ...component,
    scope: 'required',
    properties: (component.properties ?? []).filter(({ name }) => name !== 'cdx:npm:package:development'),
  }
}
