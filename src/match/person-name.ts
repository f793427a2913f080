/** A person's name as it stands and, where a comma parts family name and given names, with these first. */
export function inBothOrders(name: string): readonly string[] {
  const comma = name.indexOf(',')
  if (comma < 1) return [name]
  const turned = `${name.slice(comma + 1).trim()} ${name.slice(0, comma).trim()}`.trim()
  return turned === name ? [name] : [name, turned]
}
