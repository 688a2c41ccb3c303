/** The app that is attacked, by its address, and one of its machines. */
export interface Target {
  readonly origin: string
  readonly vmId: string
  /** The page's own server, which sends on whatever comes to it, method and body too. */
  readonly redirect: string
}

/** What a page of somebody else tries; answers what it learned, or that it is nothing. */
type Attack = (target: Target) => Promise<string>

/** Each runs in the browser by itself, so none of them uses anything of this file. */
export const attacks: Readonly<Record<string, Attack>> = {
  'a call by fetch': ({ origin, vmId }) =>
    fetch(`${origin}/bridge/call/checkpoint.create`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ vmId }),
    }).then(
      (answer) => answer.text(),
      () => 'nothing',
    ),
  'a call by fetch that asks for no leave': async ({ origin, vmId }) => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']
    const learned = types.map((type) =>
      fetch(`${origin}/bridge/call/checkpoint.create`, {
        method: 'POST',
        mode: 'no-cors',
        credentials: 'include',
        headers: { 'content-type': type },
        body: JSON.stringify({ vmId }),
      }).then(
        (answer) => answer.text(),
        () => '',
      ),
    )
    return (await Promise.all(learned)).join('') || 'nothing'
  },
  'reading by fetch': async ({ origin }) => {
    const paths = ['/', '/index.html', '/bridge/events', '/bridge/open', '/bridge/open.js']
    const learned = paths.flatMap((path) =>
      (['cors', 'no-cors'] as const).map((mode) =>
        fetch(`${origin}${path}`, { mode, credentials: 'include' }).then(
          (answer) => answer.text(),
          () => '',
        ),
      ),
    )
    return (await Promise.all(learned)).join('') || 'nothing'
  },
  'methods that need leave': async ({ origin }) => {
    const learned = ['PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) =>
      fetch(`${origin}/bridge/call/vm.list`, { method, credentials: 'include' }).then(
        (answer) => answer.text(),
        () => '',
      ),
    )
    return (await Promise.all(learned)).join('') || 'nothing'
  },
  'an XMLHttpRequest': ({ origin }) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest()
      request.withCredentials = true
      request.open('POST', `${origin}/bridge/call/vm.list`)
      request.setRequestHeader('content-type', 'text/plain')
      request.onloadend = () => {
        resolve(request.responseText === '' ? 'nothing' : request.responseText)
      }
      request.send('{}')
    }),
  'a call that is sent on by another server': async ({ origin, redirect, vmId }) => {
    const url = `${redirect}?to=${encodeURIComponent(`${origin}/bridge/call/checkpoint.create`)}`
    const learned = (['cors', 'no-cors'] as const).map((mode) =>
      fetch(url, { method: 'POST', mode, credentials: 'include', body: JSON.stringify({ vmId }) }).then(
        (answer) => answer.text(),
        () => '',
      ),
    )
    return (await Promise.all(learned)).join('') || 'nothing'
  },
  beacons: ({ origin, vmId }) => {
    const url = `${origin}/bridge/call/checkpoint.create`
    const text = JSON.stringify({ vmId })
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
      navigator.sendBeacon(url, new Blob([text], { type }))
    return Promise.resolve('nothing')
  },
  'the stream of events': ({ origin }) =>
    new Promise((resolve) => {
      const source = new EventSource(`${origin}/bridge/events`, { withCredentials: true })
      source.addEventListener('linked', () => {
        resolve('linked')
      })
      source.onerror = () => {
        source.close()
        resolve('nothing')
      }
    }),
  'a WebSocket': ({ origin }) =>
    new Promise((resolve) => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/bridge/events`)
      socket.onopen = () => {
        resolve('open')
      }
      socket.onerror = () => {
        resolve('nothing')
      }
    }),
  'pictures, scripts, styles and what else a page may hold': async ({ origin }) => {
    const holders: readonly (readonly [tag: string, attribute: string, more?: Record<string, string>])[] = [
      ['img', 'src'],
      ['script', 'src'],
      ['script', 'src', { type: 'module' }],
      ['script', 'src', { crossorigin: 'use-credentials' }],
      ['link', 'href', { rel: 'stylesheet' }],
      ['link', 'href', { rel: 'preload', as: 'script' }],
      ['video', 'src'],
    ]
    const paths = ['/bridge/open.js', '/index.html', '/bridge/events', '/savepoint.svg']
    const loaded = holders.flatMap(([tag, attribute, more = {}]) =>
      paths.map(
        (path) =>
          new Promise<string>((resolve) => {
            const element = document.createElement(tag)
            for (const [name, value] of Object.entries(more)) element.setAttribute(name, value)
            element.onerror = () => {
              resolve('')
            }
            element.onload = element.onloadeddata = () => {
              resolve(`${tag} of ${path}`)
            }
            element.setAttribute(attribute, `${origin}${path}`)
            document.body.append(element)
          }),
      ),
    )
    return (await Promise.all(loaded)).join('') || 'nothing'
  },
  frames: async ({ origin }) => {
    const read = ['iframe', 'object', 'embed'].map(
      (tag) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag)
          element.onload = element.onerror = () => {
            const inside = element instanceof HTMLIFrameElement ? element.contentDocument : null
            resolve(inside?.body.textContent ?? '')
          }
          element.setAttribute(tag === 'object' ? 'data' : 'src', `${origin}/`)
          document.body.append(element)
        }),
    )
    return (await Promise.all(read)).join('') || 'nothing'
  },
  'forms of every kind': async ({ origin, vmId }) => {
    const kinds = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
    const sent = kinds.flatMap((enctype) =>
      ['/bridge/call/checkpoint.create', '/bridge/session'].map(
        (path, index) =>
          new Promise<string>((resolve) => {
            const frame = document.createElement('iframe')
            frame.name = `frame-${enctype}-${String(index)}`
            document.body.append(frame)
            const form = document.createElement('form')
            Object.assign(form, { method: 'post', enctype, action: `${origin}${path}`, target: frame.name })
            const field = document.createElement('input')
            // As text this is the JSON that is asked for.
            Object.assign(field, { name: `{"vmId":"${vmId}","x":"`, value: '"}' })
            form.append(field)
            document.body.append(form)
            frame.onload = () => {
              resolve(frame.contentDocument?.body.textContent ?? '')
            }
            form.submit()
          }),
      ),
    )
    return (await Promise.all(sent)).join('') || 'nothing'
  },
  'a frame that has no origin': ({ origin, vmId }) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-scripts allow-forms')
      const call = `fetch(${JSON.stringify(`${origin}/bridge/call/checkpoint.create`)}, { method: 'POST', mode: 'no-cors',
        credentials: 'include', body: ${JSON.stringify(JSON.stringify({ vmId }))} })`
      frame.srcdoc = `<script>${call}.then((answer) => answer.text(), () => '').then((text) => parent.postMessage(text, '*'))</script>`
      addEventListener('message', ({ data }) => {
        resolve(data === '' ? 'nothing' : String(data))
      })
      document.body.append(frame)
    }),
  'a window of its own, and messages to it': async ({ origin, vmId }) => {
    const opened = window.open(`${origin}/`)
    for (let round = 0; round < 20; round += 1) {
      opened?.postMessage({ name: 'checkpoint.create', input: { vmId } }, '*')
      await new Promise((resolve) => setTimeout(resolve, 20))
      try {
        const text = opened?.document.body.textContent ?? ''
        if (text !== '') return text
      } catch {
        return 'nothing'
      }
    }
    return 'nothing'
  },
  workers: async ({ origin }) => {
    const started: string[] = []
    for (const start of [
      () => new Worker(`${origin}/bridge/open.js`),
      () => new SharedWorker(`${origin}/bridge/open.js`),
      () => import(/* @vite-ignore */ `${origin}/bridge/open.js`),
    ])
      try {
        await start()
        started.push(String(start))
      } catch {
        // That is what should happen.
      }
    return started.join('') || 'nothing'
  },
}
