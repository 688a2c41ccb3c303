import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { restoreTheme } from './theme/theme.ts'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import './theme/menus.css'
import './theme/columns.css'

restoreTheme()
createApp(App).use(createPinia()).mount('#app')
