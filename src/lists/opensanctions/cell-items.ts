/** The items of a cell, parted by `;`; one that holds a `;` or a quote itself stands in quotes, as in CSV. */
export function cellItems(cell: string): readonly string[] {
  const items: string[] = []
  const pattern = /\s*(?:"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))(;|$)/gy
  for (let found = pattern.exec(cell); found !== null; found = pattern.exec(cell)) {
    const item = (found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim()
    if (item !== '') items.push(item)
    if (found[3] === '') break
  }
  return items
}
