import { isCountryCode } from '../../model/country.js'
import { compareCodePoints } from '../../model/order.js'
import type { ProblemSink } from '../../model/problem.js'
import { finishDraft, tidy } from '../draft.js'
import { loadJsonList, objectsIn, textIn, textsIn, type JsonFields, type JsonList } from '../json/load.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { addCsl, beginCsl, CSL_FIELDS, type CslAddress, type CslId, type CslRecord } from './entry.js'
import { newSources } from './new-sources.js'

/** How near a search came is said of each of its results. */
const KNOWN: ReadonlySet<string> = new Set([...CSL_FIELDS, 'score'])

const WITHIN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['addresses', new Set(['address', 'city', 'state', 'postal_code', 'country'])],
  ['ids', new Set(['type', 'number', 'country', 'issue_date', 'expiration_date'])],
])

/** Reads the Consolidated Screening List in JSON: the objects that the trade.gov API gives, in an array or one a line. */
export function loadCslJson(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  const seen = newSources()
  return loadJsonList(file, problems, ({ path, collector }): JsonList => ({
    format: 'us-csl-json',
    known: KNOWN,
    knownWithin: WITHIN,
    onRecord(fields, line) {
      const record = recordOf(fields, line)
      if (record.text('source') === '') {
        collector.reject({ code: 'bad-uid', message: 'expected the source of an entry, got none' }, line)
        return
      }
      seen.look(record)
      const draft = beginCsl(record, path)
      addCsl(draft, record)
      collector.add(finishDraft(draft))
    },
    finish: () => seen.problems(),
    name: (lists) => lists.toSorted(compareCodePoints).join(', ') || 'US CSL',
  }))
}

function recordOf(fields: JsonFields, line: number): CslRecord {
  return {
    line,
    text: (field) => tidy(textIn(fields.get(field))),
    list: (field) => textsIn(fields.get(field)).map(tidy),
    addresses: objectsIn(fields.get('addresses')).map(addressOf),
    ids: objectsIn(fields.get('ids')).map(idOf),
  }
}

function addressOf(fields: JsonFields): CslAddress {
  const parts = ['address', 'city', 'state', 'postal_code', 'country'].map((name) => tidy(textIn(fields.get(name))))
  const country = parts.at(-1) ?? ''
  return { text: parts.filter((part) => part !== '').join(', '), country: isCountryCode(country) ? country : '' }
}

function idOf(fields: JsonFields): CslId {
  const country = textIn(fields.get('country'))
  return {
    type: tidy(textIn(fields.get('type'))),
    number: tidy(textIn(fields.get('number'))),
    country: isCountryCode(country) ? country : '',
  }
}
