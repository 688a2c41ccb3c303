/** A sentence with names in it. Names stand apart, so that each can be shown strong and in its own direction of writing. */
export type Sentence = readonly (string | Name)[]

export interface Name {
  readonly name: string
  readonly isStrong: boolean
}

export function sentence(words: TemplateStringsArray, ...names: readonly (string | Name)[]): Sentence {
  return words.flatMap((word, index) => {
    const name = names[index]
    if (name === undefined) return [word]
    return [word, typeof name === 'string' ? { name, isStrong: false } : name]
  })
}

export function strong(name: string): Name {
  return { name, isStrong: true }
}

export function plain(parts: Sentence): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.name)).join('')
}
