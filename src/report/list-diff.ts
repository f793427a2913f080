import type {
  ChangedEntry,
  Concern,
  EntryRef,
  FieldChange,
  ListChanges,
  ListSide,
  ListsDiff,
} from '../model/list-diff.js'
import { gathered } from './gather.js'
import { jsonObject } from './json-stream.js'
import { BLANK, dotted, line, prose, type Line, type Span, type Tone } from './line.js'
import type { Look } from './look.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'
import { counted, grouped, identity, listed, scoreText } from './wording.js'

export const DIFF_FORMATS = ['table', 'json'] as const

/** Of each kind, unless all are asked for. */
const MOST = 20
const LONGEST = 160

export async function renderListsDiff(
  diff: ListsDiff,
  format: (typeof DIFF_FORMATS)[number],
  look: Look,
): Promise<Iterable<string>> {
  if (format === 'table') return gathered(typeset(lines(diff, look), await typesetterFor(look)))
  return gathered(jsonObject(Object.entries(diff).map(([key, value]) => ({ key, value }))))
}

function* lines({ lists, concerns }: ListsDiff, look: Look): Generator<Line> {
  if (concerns !== undefined) yield* concernLines(concerns)
  for (const list of lists) yield* listLines(list, look)
  if (lists.length === 0) yield line(0, [{ text: 'There is no list to compare.', tone: 'caution' }])
}

function* concernLines(concerns: readonly Concern[]): Generator<Line> {
  const parties = new Set(concerns.map(({ party }) => party.id)).size
  const text =
    parties === 0 ? 'It concerns none of your parties.' : `It concerns ${counted(parties, 'party', 'parties')}:`
  yield line(0, [{ text, tone: parties === 0 ? 'good' : 'grave' }])
  for (const { party, change, match, onlyIn } of concerns) {
    const side = onlyIn === undefined ? '' : onlyIn === 'new' ? 'matched only since then' : 'no longer matched'
    yield line(2, [
      { text: party.name, tone: 'strong' },
      { text: identity(party), tone: 'faint' },
      ...dotted([
        { text: `${change} on ${match.list}`, tone: TONES[change] },
        { text: `${match.entryName} (${match.entryId})` },
        { text: `${match.confidence}, score ${scoreText(match.score)}` },
        { text: side, tone: 'caution' },
      ]),
    ])
  }
  yield BLANK
}

const TONES = { added: 'near', removed: 'good', changed: 'caution' } as const

function* listLines({ list, old, new: fresh, added, removed, changed }: ListChanges, look: Look): Generator<Line> {
  const counts = [
    `${counted(added.length, 'entry', 'entries')} added`,
    `${counted(removed.length, 'entry', 'entries')} removed`,
    `${counted(changed.length, 'entry', 'entries')} changed`,
  ]
  yield line(0, [
    { text: list, tone: 'strong' },
    ...dotted([{ text: `${sidesText(old)} → ${sidesText(fresh)}` }, { text: listed(counts) }]),
  ])
  yield* few(
    added.map((entry) => entryLine('+', entry, 'near')),
    look,
  )
  yield* few(
    removed.map((entry) => entryLine('-', entry, 'good')),
    look,
  )
  yield* few(changed.map(changedLines), look)
  yield BLANK
}

function sidesText(sides: readonly ListSide[]): string {
  if (sides.length === 0) return 'not there'
  return listed([...new Set(sides.map(({ day, sha256 }) => day ?? sha256.slice(0, 12)))])
}

function* few(entries: readonly (readonly Line[])[], { verbose }: Look): Generator<Line> {
  for (const each of verbose ? entries : entries.slice(0, MOST)) yield* each
  const more = entries.length - MOST
  if (!verbose && more > 0) yield prose(2, `… and ${grouped(more)} more (--verbose shows all)`, 'faint')
}

function entryLine(mark: string, { entryId, name, type, programs, listedOn }: EntryRef, tone: Tone): readonly Line[] {
  const facts: Span[] = dotted([
    { text: type },
    { text: programs.join(', ') },
    { text: listedOn === undefined ? '' : `listed ${listedOn}` },
  ])
  return [
    line(2, [{ text: mark, tone }, { text: name, tone: 'strong' }, { text: `(${entryId})`, tone: 'faint' }, ...facts]),
  ]
}

function changedLines(entry: ChangedEntry): readonly Line[] {
  return [...entryLine('~', entry, 'caution'), ...entry.changes.flatMap(changeLines)]
}

function changeLines({ field, removed, added }: FieldChange): readonly Line[] {
  return [
    ...removed.map((text) =>
      line(6, [
        { text: field, tone: 'faint' },
        { text: '-', tone: 'good' },
        { text: cut(text), flows: true },
      ]),
    ),
    ...added.map((text) =>
      line(6, [
        { text: field, tone: 'faint' },
        { text: '+', tone: 'near' },
        { text: cut(text), flows: true },
      ]),
    ),
  ]
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
