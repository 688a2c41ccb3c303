import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge } from '#contract/bridge'
import type { Reply } from '#contract/errors'
import type { AppEvent } from '#contract/events'

const bridge: Bridge = {
  // What comes back is what the dispatcher gave, so its type is known here and nowhere checked again.
  call: (name, input) => ipcRenderer.invoke('bridge:call', name, input) as Promise<Reply<unknown>>,
  listen: (onEvent, onLinked) => {
    const listener = (_: IpcRendererEvent, event: AppEvent): void => {
      onEvent(event)
    }
    ipcRenderer.on('bridge:event', listener)
    // Whoever has something to tell this page waits for that.
    ipcRenderer.send('bridge:listening')
    // Within one app the link is there at once and never breaks, but the caller is told as over any other transport.
    queueMicrotask(onLinked)
    return () => {
      ipcRenderer.off('bridge:event', listener)
    }
  },
}

contextBridge.exposeInMainWorld('bridge', Object.freeze(bridge))
