import type { Place, Problem } from '../model/problem.js'
import { compareCodePoints } from '../model/order.js'
import type { IdTable } from '../columns/id-table.js'
import type { Parties } from './parties.js'

/**
 * What exports write where nobody is named, or whom it does not say: a bill of lading to order names no consignee. Taken for a name, it would
 * make neighbours of all whose counterparty is not known.
 */
const WORDS: ReadonlySet<string> = new Set(
  [
    'n/a|n.a.|n.a|not available|not applicable|not known|not declared|not disclosed|not specified|undisclosed|unspecified|unknown',
    'none|nil|null|various|miscellaneous|misc|misc.|tba|tbd|tbc|to order|to the order|to order of shipper|to the order of shipper',
    'same as above|same as consignee|same as shipper|same as notify|same as notify party',
    'unbekannt|diverse|div.|verschiedene|k.a.|k. a.|keine angabe|keine angaben|an order|diverse kreditoren|diverse lieferanten|diverse kunden',
    'inconnu|inconnue|divers|néant|non renseigné|non renseignée|n.c.|n.d.|à ordre|à l’ordre',
    'неизвестно|неизвестный|неизвестен|не указан|не указано|не указана|нет|нет данных|н/д|разные|прочие|по приказу|частное лицо|розничный покупатель',
    '无|不详|未知|未填|暂无|其他|其它|凭指示',
  ].flatMap((words) => words.split('|')),
)

function isWord(name: string): boolean {
  return WORDS.has(name.trim().toLowerCase().replaceAll("'", '’'))
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The words as people write them. A name in another case is none of them, which leaves it a party as any other. */
function spelt(): readonly string[] {
  return [...WORDS].flatMap((word) => {
    const title = word.split(' ').map(capitalised).join(' ')
    const all = [word, word.toUpperCase(), capitalised(word), title]
    return all.flatMap((each) => [each, each.replaceAll('’', "'")])
  })
}

/**
 * Whether a table has one of the words. Of the two the fewer texts are gone through: a million names take a second to make, and to look for all words
 * among nine names took longer than the walk.
 */
function hasWord(texts: IdTable): boolean {
  if (texts.size > WORDS.size) return spelt().some((word) => texts.findText(word) !== -1)
  const found: string[] = []
  for (let text = 0; text < texts.size; text++) found.push(texts.textOf(text))
  const like = found.filter(isWord)
  return like.length > 0 && spelt().some((word) => like.includes(word))
}

/** Parties that have no other name than a word for no one, in code-point order of their ids. */
export function partiesOfNoOne(parties: Parties): readonly number[] {
  if (!parties.texts.some(hasWord)) return []
  const found: number[] = []
  for (let party = 0; party < parties.count; party++) {
    if (isWord(parties.nameOf(party)) && namesOf(parties, party).every(isWord)) found.push(party)
  }
  return found.toSorted((a, b) => parties.compareIds(a, b))
}

function namesOf(parties: Parties, party: number): readonly string[] {
  return [...parties.recordsOf(party).map(({ name }) => name), ...parties.spellingsOf(party).map(({ text }) => text)]
}

/** Says of each that no walk goes through it, with the first place that names it. */
export function sayNoOne(
  noOne: readonly number[],
  parties: Parties,
  placeOfEnd: (end: number) => Place | undefined,
): readonly Problem[] {
  return noOne.map((party): Problem => {
    const names = [...new Set(namesOf(parties, party))].toSorted(compareCodePoints)
    const end = parties.spellingsOf(party).find((spelling) => spelling.end >= 0)?.end
    const place = parties.recordsOf(party)[0]?.place ?? (end === undefined ? undefined : placeOfEnd(end))
    return {
      severity: 'warning',
      code: 'names-no-one',
      message: `no one is named by ${names.map((name) => JSON.stringify(name)).join(', ')}: walks reach it, and do not go through it`,
      hint: 'where it is a party, call it by its full name',
      ...place,
    }
  })
}
