import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { useSettings } from '../stores/settings.ts'
import { followTheme } from '../theme/theme.ts'
import TrayPage from './TrayPage.vue'
import '../theme/tokens.css'
import '../theme/base.css'
import '../theme/controls.css'
import '../theme/menus.css'

const app = createApp(TrayPage).use(createPinia())
// As in the large window: before anything is drawn, so that nothing flashes.
await useSettings()
  .read()
  .catch(() => undefined)
followTheme()
app.mount('#app')
