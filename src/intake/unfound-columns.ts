import type { MapFlags } from '../model/file-settings.js'
import type { Problem } from '../model/problem.js'

/** Columns of a mapping that no file has: somebody misspelt them. */
export function unfoundColumns({ columns, found }: MapFlags): readonly Problem[] {
  return [...columns].flatMap(([field, names]) =>
    names
      .filter((name) => !found.has(name))
      .map((name): Problem => ({
        severity: 'error',
        code: 'bad-mapping',
        message: `no file has the column ${JSON.stringify(name)}, which --map takes for "${field}"`,
        hint: 'see --dry-run for the columns of each file',
        column: name,
      })),
  )
}
