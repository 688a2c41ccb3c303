import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { useSettings } from './stores/settings.ts'
import { followTheme } from './theme/theme.ts'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import './theme/menus.css'
import './theme/columns.css'
import './theme/findings.css'

const app = createApp(App).use(createPinia())
// Before anything is drawn, so that nothing flashes. Where it fails the window opens all the same, and reads again.
await useSettings()
  .read()
  .catch(() => undefined)
followTheme()
app.mount('#app')
