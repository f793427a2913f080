import { parsePartialDate, type PartialDate } from '../../model/date.js'
import type { EntryRelation, ListEntry } from '../../model/entry.js'
import { compareCodePoints } from '../../model/order.js'
import type { Problem, ProblemSink } from '../../model/problem.js'
import { quote } from '../../records/quote.js'
import { isName } from '../../records/row.js'
import type { RowRef } from '../../records/tally.js'
import { addText, draftEntry, finishDraft } from '../draft.js'
import { loadJsonList, type JsonList } from '../json/load.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { kindOfTopics, namesAFreeze, NON_COMMERCIAL, openSanctionsList, regimesOf } from './datasets.js'
import { addPlace, addProperties, typeOfSchema, type Properties } from './entity.js'
import { EDGES, flatten, type FtmRecord } from './records.js'

interface Target {
  readonly record: FtmRecord
  readonly line: number
  readonly row: RowRef
}

/** Of every entity, whatever its schema. Of which of its properties there is one for each kind of thing nobody keeps a list here. */
const FIELDS = 'id caption schema properties referents datasets first_seen last_seen last_change target origin'
const KNOWN: ReadonlySet<string> = new Set(FIELDS.split(' '))

/** Schemata of what is said about others, and is never listed itself. */
const FACTS: ReadonlySet<string> = new Set(['Address', 'Sanction', 'Passport', 'Identification'])

interface Repeat {
  readonly id: string
  readonly line: number
}

function repeats(repeated: readonly Repeat[]): readonly Omit<Problem, 'file'>[] {
  const [first] = repeated
  if (first === undefined) return []
  const message = `${repeated.length} entities are there more than once with the same content, the first of them ${quote(first.id)}; each counts once`
  return [{ severity: 'warning', code: 'uid-repeated', message, line: first.line }]
}

const twice = (id: string): Pick<Problem, 'code' | 'message'> => ({
  code: 'uid-twice',
  message: `expected one entity ${quote(id)}, got different ones; none is used`,
})

/** From so many targets on a list without any property of a kind that lists always have is not the format it was. */
const ENOUGH_TO_TELL = 20

/** What the properties of all targets together would have, were they still called what they are called here. */
function lostProperties(targets: ReadonlyMap<string, Target>): readonly Omit<Problem, 'file'>[] {
  const records = [...targets.values()].map(({ record }) => record)
  const none = (property: string): boolean => records.every(({ properties }) => !properties.has(property))
  if (records.length < ENOUGH_TO_TELL) return []
  const freezes = records.some(({ datasets }) => namesAFreeze(datasets))
  const lost = ['name', ...(freezes ? ['topics'] : [])].filter(none)
  if (lost.length === 0) return []
  const message = `expected the properties ${lost.map(quote).join(', ')}, which such a list has, got none`
  const hint = 'the publisher may have changed the format; take a version of this tool that reads it'
  return [{ severity: 'error', code: 'list-changed', message, hint }]
}

/** What tells two entities of one id apart. */
function contentOf(record: FtmRecord): string {
  return JSON.stringify([record.schema, record.caption, [...record.properties], record.datasets])
}

interface Sanction {
  readonly properties: Properties
  readonly datasets: readonly string[]
}

/**
 * Reads OpenSanctions' `entities.ftm.json` and `targets.nested.json`. Entities that are targets become entries, one for each regime whose lists
 * they are on; relations, sanctions and addresses are entities of their own there, and are added to the targets that they name.
 */
export function loadOpenSanctionsJson(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  return loadJsonList(file, problems, ({ path, collector, acceptOther, rejectLater, problems: sink }): JsonList => {
    const targets = new Map<string, Target>()
    const captions = new Map<string, string>()
    const sanctions = new Map<string, Sanction[]>()
    const addresses = new Map<string, string>()
    const relations = new Map<string, EntryRelation[]>()
    const edges: FtmRecord[] = []
    const repeated: Repeat[] = []
    const clashing = new Set<string>()
    let nested = false
    let latest = ''

    function take(record: FtmRecord, line: number, row?: RowRef): void {
      if (record.lastSeen > latest) latest = record.lastSeen
      if (EDGES.has(record.schema)) edges.push(record)
      else if (record.schema === 'Address')
        addresses.set(record.id, record.properties.get('full')?.[0] ?? record.caption)
      else if (record.schema === 'Sanction') {
        const { properties, datasets } = record
        for (const id of properties.get('entity') ?? []) push(sanctions, id, { properties, datasets })
      } else {
        captions.set(record.id, record.caption)
        if (row !== undefined && isTarget(record)) targets.set(record.id, { record, line, row })
      }
    }

    function entries(): readonly ListEntry[] {
      for (const edge of edges) addEdge(edge, captions, relations)
      return [...targets.values()].flatMap((target) =>
        entriesOf(target, path, {
          sanctions: sanctions.get(target.record.id) ?? [],
          relations: relations.get(target.record.id) ?? [],
          addresses,
        }),
      )
    }

    return {
      get format() {
        return nested ? 'opensanctions-nested' : 'opensanctions-ftm'
      },
      known: KNOWN,
      onRecord(fields, line) {
        const [first, ...inner] = flatten(fields)
        if (first === undefined || first.id === '' || first.schema === '') {
          collector.reject(
            { code: 'bad-uid', message: 'expected an entity with its id and schema, got one without' },
            line,
          )
          return
        }
        if (first.target === undefined && !EDGES.has(first.schema) && !FACTS.has(first.schema)) {
          const message = `expected the field "target" of ${quote(first.id)}, which says whether it is listed, got none`
          collector.reject({ code: 'broken-row', message }, line)
          return
        }
        if (isTarget(first) && first.datasets.length === 0) {
          const message = `expected the field "datasets" of ${quote(first.id)}, which says on which lists it is, got none`
          collector.reject({ code: 'broken-row', message }, line)
          return
        }
        if (isTarget(first) && !EDGES.has(first.schema) && !hasName(first)) {
          collector.reject({ code: 'no-name', message: `expected a name of ${quote(first.id)}, got none` }, line)
          return
        }
        nested ||= first.target === true && inner.length > 0
        const before = targets.get(first.id)
        if (clashing.has(first.id) || (before !== undefined && contentOf(before.record) !== contentOf(first))) {
          if (before !== undefined) {
            targets.delete(first.id)
            rejectLater(before.row)
            sink({ severity: 'error', ...twice(first.id), file: path, line: before.line })
          }
          clashing.add(first.id)
          collector.reject(twice(first.id), line)
          return
        }
        if (before !== undefined) repeated.push({ id: first.id, line })
        take(first, line, acceptOther())
        for (const record of inner) take(record, line)
      },
      finish: () => [NON_COMMERCIAL, ...repeats(repeated), ...lostProperties(targets)],
      entries: () => (lostProperties(targets).length > 0 ? [] : entries()),
      name: (lists) => lists.toSorted(compareCodePoints).join(', ') || 'OpenSanctions',
      // Everything that a run of theirs saw, it saw on the day of the file.
      day: () => parsePartialDate(latest.slice(0, 10)),
    }
  })
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const before = map.get(key)
  if (before === undefined) map.set(key, [value])
  else before.push(value)
}

function isTarget({ target }: FtmRecord): boolean {
  return target === true
}

function hasName({ caption, properties }: FtmRecord): boolean {
  return [caption, ...(properties.get('name') ?? [])].some(isName)
}

/** An edge is told to both of its ends, in the words that read from there. */
function addEdge(
  edge: FtmRecord,
  captions: ReadonlyMap<string, string>,
  relations: Map<string, EntryRelation[]>,
): void {
  const shape = EDGES.get(edge.schema)
  if (shape === undefined) return
  const since = parsePartialDate(edge.properties.get('startDate')?.[0] ?? '')
  const until = parsePartialDate(edge.properties.get('endDate')?.[0] ?? '')
  const dates = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
  for (const from of edge.properties.get(shape.from) ?? []) {
    for (const to of edge.properties.get(shape.to) ?? []) {
      push(relations, from, { kind: shape.reads, name: captions.get(to) ?? to, entryId: to, ...dates })
      push(relations, to, { kind: shape.back, name: captions.get(from) ?? from, entryId: from, ...dates })
    }
  }
}

interface Beside {
  readonly sanctions: readonly Sanction[]
  readonly relations: readonly EntryRelation[]
  readonly addresses: ReadonlyMap<string, string>
}

function entriesOf({ record, line }: Target, file: string, beside: Beside): readonly ListEntry[] {
  const topics = record.properties.get('topics') ?? []
  return regimesOf(record.datasets, kindOfTopics(topics), topics.includes('sanction')).map(
    ({ regime, kind, datasets }) => {
      const draft = draftEntry({
        list: openSanctionsList(regime),
        regime,
        kind,
        entryId: record.id,
        type: typeOfSchema(record.schema, topics),
        place: { file, line },
      })
      addProperties(draft, record.caption, record.properties)
      for (const id of record.properties.get('addressEntity') ?? []) {
        const text = beside.addresses.get(id)
        if (text !== undefined && text !== '') addPlace(draft, text)
      }
      const own = beside.sanctions.filter(
        (each) => each.datasets.length === 0 || each.datasets.some((name) => datasets.includes(name)),
      )
      for (const { properties } of own) {
        for (const text of properties.get('program') ?? []) addText(draft.legalBasis, text)
        for (const text of properties.get('reason') ?? []) addText(draft.reasons, text)
      }
      draft.listedOn = earliest(own.flatMap(({ properties }) => daysIn(properties, ['listingDate', 'startDate'])))
      const ends = own.map(({ properties }) => daysIn(properties, ['endDate']).at(-1))
      if (own.length > 0 && ends.every((end) => end !== undefined))
        draft.delistedOn = latestOf(ends.filter((end) => end !== undefined))
      draft.relations.push(...beside.relations)
      return finishDraft(draft)
    },
  )
}

/** The days of the first of these properties that has any. */
function daysIn(properties: Properties, names: readonly string[]): readonly PartialDate[] {
  for (const name of names) {
    const days = (properties.get(name) ?? []).map(parsePartialDate).filter((day) => day !== undefined)
    if (days.length > 0) return days
  }
  return []
}

function earliest(days: readonly PartialDate[]): PartialDate | undefined {
  return days.toSorted((a, b) => a.first - b.first)[0]
}

function latestOf(days: readonly PartialDate[]): PartialDate | undefined {
  return days.toSorted((a, b) => b.last - a.last)[0]
}
