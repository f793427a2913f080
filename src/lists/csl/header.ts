/** Whether the columns of a table, or the fields of its first record, are those of the Consolidated Screening List. */
export function isCslHeader(names: readonly string[]): boolean {
  const fields = new Set(names.map((name) => name.trim().toLowerCase()))
  return ['source', 'name', 'alt_names', 'addresses'].every((field) => fields.has(field))
}
