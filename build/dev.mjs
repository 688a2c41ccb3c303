import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build, createServer } from 'vite'
import { buildIfStale } from './build-if-stale.mjs'
import { readOptions } from './read-options.mjs'

/**
 * npm run dev: the window from Vite, which changes it while it is open, and the app behind it, built and started again
 * whenever one of its files changes. The window asks the app through Vite, which passes /bridge on.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const parameters = process.argv.slice(2)

await readOptions(parameters)
// The app serves the built window, so there has to be one, though nobody looks at it here.
await buildIfStale(root)
const appPort = await freePort()
const vite = await serveWindow()
let app = null
const watcher = await watchApp()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)

async function serveWindow() {
  const target = `http://127.0.0.1:${appPort}`
  const server = await createServer({
    configFile: false,
    root: join(root, 'renderer'),
    cacheDir: join(root, 'node_modules', '.vite'),
    plugins: [vue()],
    server: {
      host: '127.0.0.1',
      proxy: {
        '/bridge/': { target, changeOrigin: true, configure: (proxy) => passOwnOrigin(proxy, target) },
      },
    },
  })
  return server.listen()
}

/** The app trusts its own address alone. Only what came from Vite's own page is passed on as if it came from there. */
function passOwnOrigin(proxy, target) {
  proxy.on('proxyReq', (outgoing, incoming) => {
    if (incoming.headers.origin === windowOrigin()) outgoing.setHeader('origin', target)
  })
}

function windowOrigin() {
  return `http://127.0.0.1:${vite.httpServer.address().port}`
}

/** Into a folder of its own, so that npm start never meets what was built halfway through a change. */
async function watchApp() {
  const watching = await build({
    configFile: join(root, 'build', 'vite.browser.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(root, 'out', 'dev'), watch: {}, minify: false },
  })
  watching.on('event', (event) => {
    if (event.code === 'END') void restart()
    // A file that does not compile has been reported; the app that runs stays as it is.
    if ('result' in event) void event.result?.close()
  })
  return watching
}

async function restart() {
  await endApp()
  app = fork(
    join(root, 'out', 'dev', 'browser.js'),
    ['--no-open', '--port', String(appPort), ...withoutPort()],
    {
      silent: true,
    },
  )
  app.stderr.pipe(process.stderr)
  app.stdout.setEncoding('utf8').on('data', (text) => process.stdout.write(inWindow(text)))
}

/** The app names its own address; the one to open is Vite's, with the same key. */
function inWindow(text) {
  return text.replaceAll(`http://127.0.0.1:${appPort}/#`, `${windowOrigin()}/bridge/open#`)
}

function withoutPort() {
  return parameters.filter((each, index) => each !== '--port' && parameters[index - 1] !== '--port')
}

async function endApp() {
  if (app === null || app.exitCode !== null) return
  app.disconnect()
  await once(app, 'exit')
}

async function end() {
  await Promise.all([watcher.close(), vite.close(), endApp()])
  process.exit(0)
}

async function freePort() {
  const socket = createSocket().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  await once(socket, 'close')
  return port
}
