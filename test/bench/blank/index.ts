import { createApp, h } from 'vue'

/** The least that an app of Vue can be. */
createApp({ render: () => h('main', 'Ready') }).mount('#app')
