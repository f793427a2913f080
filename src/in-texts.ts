import type { Intake, LinkText } from './intake/intake.js'
import type { InForce } from './lists/in-force.js'
import type { Matcher } from './match/matcher.js'
import type { Match } from './model/report.js'
import type { Entities } from './parties/entity-table.js'
import type { Parties } from './parties/parties.js'
import type { ScreenHooks } from './screen-inputs.js'

type CountTextsIn = (
  matches: ReadonlyMap<number, readonly Match[]>,
  parties: Parties,
) => ReadonlyMap<number, readonly Match[]>

/** Looks for listed names inside free text, where the user said that a column is such. */
export async function inTexts(
  { texts, records, ends }: Intake,
  { entries }: InForce,
  matcher: Matcher,
  hooks: ScreenHooks,
): Promise<CountTextsIn | undefined> {
  if (texts.length === 0 && !hasTexts(records)) return undefined
  hooks.progress?.('looking for names in texts')
  // Loaded where there are texts: most screenings have none.
  const { screenTexts, withTexts } = await import('./mentions/screen-texts.js')
  const endOf = (name: string, cell: LinkText) => {
    const known = ends.count
    const end = ends.endOf(name, cell.file, cell.line)
    return { end, isNew: end === known }
  }
  const screened = screenTexts({ texts, entries, matcher, endOf })
  return (matches, parties) => withTexts(matches, screened, parties)
}

function hasTexts({ further }: Entities): boolean {
  for (const [, { texts }] of further()) if (texts !== undefined) return true
  return false
}
