import { packagingSettings } from './packaging-settings.mjs'

/** The whole configuration of electron-builder: its file, what the environment adds, and without the packages of browser mode. */
export function builderConfiguration({ packed, left }, environment) {
  return {
    extends: 'build/electron-builder.yml',
    files: onlyLeft(packed, left).map((folder) => `!${folder}/**`),
    ...packagingSettings(environment),
  }
}

/** electron-builder arranges packages anew, so a folder may become that of another version, which is needed. */
function onlyLeft(packed, left) {
  const needed = new Set(packed.map(nameOf))
  return left.filter((folder) => !needed.has(nameOf(folder)))
}

function nameOf(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
