import type { Problem } from '../../model/problem.js'

/** An entry of a type that nobody knows is searched as any party may be, since one taken for a company would be missed as a person. */
export const untyped = (file: string, uid: string, line: number): Problem => ({
  severity: 'warning',
  code: 'bad-type',
  message: `expected the type of the entry ${uid} (Individual, Entity, Vessel or Aircraft), got another or none; it is taken as unknown`,
  file,
  line,
})
