import type { CacheStatus, ListStatus, VersionState } from '../model/list-cache.js'
import { gathered } from './gather.js'
import { BLANK, dotted, line, type Line } from './line.js'
import { dayText } from './list-outcomes.js'
import type { Look } from './look.js'
import { jsonSafe } from './sanitise.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'
import { counted } from './wording.js'

export const STATUS_FORMATS = ['table', 'json'] as const

const HASH = 12

/** What the cache holds; JSON always tells of every version. */
export async function renderStatus(
  status: CacheStatus,
  all: boolean,
  format: (typeof STATUS_FORMATS)[number],
  look: Look,
): Promise<Iterable<string>> {
  if (format === 'json') return [jsonSafe(`${JSON.stringify(arranged(status), undefined, 2)}\n`)]
  return gathered(typeset(lines(status, all), await typesetterFor(look)))
}

/** What is asked of each list stands with the list itself: its newest version is what screenings use. */
function arranged({ lists, ...rest }: CacheStatus) {
  return { ...rest, lists: lists.map(({ versions, ...list }) => ({ ...list, ...newestFacts(versions[0]), versions })) }
}

function newestFacts(newest: VersionState | undefined) {
  if (newest === undefined) return {}
  const { list, day, hash, format, entries, state } = newest
  return { list, ...(day === undefined ? {} : { day }), hash, format, entries, source: sourceText(newest), state }
}

function* lines({ cache, lists }: CacheStatus, all: boolean): Generator<Line> {
  const width = Math.max(0, ...lists.map(({ name }) => name.length))
  for (const list of lists) {
    const [newest, ...older] = list.versions
    if (newest === undefined) continue
    yield versionLine(newest, list.name, width, ageOf(list))
    yield line(width + 1, sourceSpans(newest, list.checkedAt))
    for (const version of older) {
      if (all || version.state === 'changed') yield versionLine(version, '', width, '')
    }
    const left = older.filter((version) => version.state === 'intact').length
    if (!all && left > 0) yield line(width + 1, [{ text: `${counted(left, 'older version')} (--all)`, tone: 'faint' }])
  }
  if (lists.length > 0) yield BLANK
  yield line(0, [{ text: `Cache: ${cache}`, tone: 'faint' }])
}

function ageOf({ age }: ListStatus): string {
  return age === undefined ? '' : `${counted(age, 'day')} old`
}

function versionLine(version: VersionState, name: string, width: number, age: string): Line {
  const isIntact = version.state === 'intact'
  return line(0, [
    { text: name, tone: 'strong', pad: width },
    ...dotted([
      { text: dayText(version), pad: 10 },
      { text: age },
      { text: counted(version.entries, 'entry', 'entries') },
      { text: version.format },
      { text: version.hash.slice(0, HASH), tone: 'faint' },
      {
        text: isIntact ? 'intact' : `CHANGED since it was taken: ${version.trouble ?? ''}`,
        tone: isIntact ? 'good' : 'grave',
      },
    ]),
  ])
}

function sourceSpans(version: VersionState, checkedAt: string | undefined) {
  const checked = checkedAt === undefined ? '' : `confirmed ${minute(checkedAt)}`
  return dotted([
    { text: sourceText(version), tone: 'faint' as const },
    { text: `taken ${minute(version.takenAt)}`, tone: 'faint' as const },
    { text: checked, tone: 'faint' as const },
  ])
}

function sourceText({ files, takenBy }: VersionState): string {
  return takenBy === 'fetch' ? (files[0]?.url ?? '') : `by hand, ${files.map(({ name }) => name).join(', ')}`
}

/** `2026-11-25 02:30 UTC`. */
function minute(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`
}
