import { fileURLToPath } from 'node:url'
import { launchChromium } from '../e2e/window.ts'
import { findChromium } from '../support/find-chromium.ts'
import { compareScenes } from './compare-scenes.ts'
import { ownScenes } from './own-scenes.ts'
import { takePictures } from './picture-studio.ts'

/**
 * Makes the pictures of the documentation, from simulated hosts at moments of their own, so that they are the same
 * whenever they are made: npm run screenshots [-- part of a name]
 */
process.env.TZ = 'UTC'
const wanted = process.argv[2] ?? ''
const folder = fileURLToPath(new URL('../../docs/images', import.meta.url))
const path = findChromium()
if (path === null) throw new Error('No Chromium, Chrome or Edge was found to take the pictures with.')
const browser = await launchChromium(path)
try {
  for (const [name, scene] of Object.entries(compareScenes)) {
    if (!name.includes(wanted)) continue
    await takePictures(browser, scene, [{ file: `${folder}/compare/${name}.png`, view: { height: 780 } }])
  }
  for (const [name, { scene, views }] of Object.entries(ownScenes)) {
    if (!name.includes(wanted)) continue
    const files = Object.entries(views).map(([suffix, view]) => ({
      file: `${folder}/${name}-${suffix}.png`,
      view,
    }))
    await takePictures(browser, scene, files)
  }
} finally {
  await browser.close()
}
