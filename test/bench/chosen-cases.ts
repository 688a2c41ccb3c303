/** Those that were asked for by name, in their own order; all of them where none was. Throws one sentence and the list where a name is unknown. */
export function chosenCases<T extends { readonly name: string }>(
  all: readonly T[],
  names: readonly string[],
): readonly T[] {
  const unknown = names.filter((name) => !all.some((each) => each.name === name))
  if (unknown.length > 0)
    throw new Error(`There is no case ${unknown.join(', ')}. There are:\n${namesOf(all)}`)
  return all.filter(({ name }) => names.length === 0 || names.includes(name))
}

/** A line each. */
export function namesOf(all: readonly { readonly name: string }[]): string {
  return all.map(({ name }) => name).join('\n')
}
