/** The bundler hands a script over as its text. */
declare module '*.ps1?raw' {
  const text: string
  export default text
}
