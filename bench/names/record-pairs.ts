import { existsSync } from 'node:fs'
import { createMatcher } from '../../src/match/matcher.js'
import { resolveCountry } from '../../src/model/country.js'
import { parsePartialDate, type PartialDate } from '../../src/model/date.js'
import type { Identifier } from '../../src/model/identifier.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { NAMES_FOLDER, partyType, readCells, type Cells, type LabelledPair } from './labelled-sets.js'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The set writes dates as its sources do: `12/11/1978`, `3/1/70`, `Mar 1 1970`, `17-May-90`. */
function readDate(text: string): readonly PartialDate[] {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{2,4})$/.exec(text)
  const named = /^([a-z]{3})\w* (\d{1,2}),? (\d{4})$/i.exec(text)
  const dashed = /^(\d{1,2})-([a-z]{3})-(\d{2,4})$/i.exec(text)
  const month = (word = ''): string => String(MONTHS.indexOf(word.toLowerCase()) + 1)
  const parts = slashed
    ? [slashed[3], slashed[1], slashed[2]]
    : named
      ? [named[3], month(named[1]), named[2]]
      : dashed
        ? [dashed[3], month(dashed[2]), dashed[1]]
        : []
  const [year = '', ...rest] = parts
  const iso = [year.length === 2 ? `19${year}` : year, ...rest.map((part) => (part ?? '').padStart(2, '0'))].join('-')
  const found = parsePartialDate(parts.length > 0 ? iso : text)
  return found === undefined ? [] : [found]
}

function readIdentifiers(text: string): readonly Identifier[] {
  return text
    .split(/[;|]/)
    .map((part) => part.split('='))
    .flatMap(([scheme = '', value = '']) => (value === '' ? [] : [{ scheme: scheme.trim(), value: value.trim() }]))
}

function side(cells: Cells, number: '1' | '2') {
  const country = resolveCountry(cells[`country${number}`] ?? '')
  const names = [cells[`name${number}`] ?? '', cells[`native${number}`] ?? ''].filter((name) => name !== '')
  return {
    names,
    type: partyType(cells[`type${number}`] ?? ''),
    countries: country === undefined ? [] : [country],
    identifiers: readIdentifiers(cells[`ids${number}`] ?? ''),
    dates: readDate(cells[`dob${number}`] ?? ''),
  }
}

/** Pairs of records, each held against the other as a list of one entry: names, dates, countries and numbers are heard. */
export function scoreRecords(): readonly LabelledPair[] {
  const path = `${NAMES_FOLDER}/er-truth-dev.csv`
  if (!existsSync(path)) return []
  return readCells(path).map((cells) => {
    const listed = side(cells, '2')
    const matcher = createMatcher(
      [
        {
          ...listed,
          list: 'OTHER',
          regime: 'none',
          kind: 'watch',
          entryId: 'other',
          names: listed.names.map((text) => ({ text, strength: 'primary' })),
          addresses: [],
          programs: [],
          relations: [],
          place: { file: 'other', line: 1 },
        },
      ],
      DEFAULT_THRESHOLDS,
    )
    const subject = side(cells, '1')
    const [match] = matcher.match(subject)
    return {
      set: 'er-truth-dev',
      schema: cells['type1'] ?? '',
      name1: subject.names[0] ?? '',
      name2: listed.names[0] ?? '',
      isMatch: cells['is_match'] === 'true',
      score: match?.score ?? 0,
      verdict: match?.confidence ?? 'none',
      cells,
    }
  })
}
