/** For tools that don't read .vue files themselves; vue-tsc does, and does not come here. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
