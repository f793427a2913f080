import type { Confidence, Evidence } from '../model/report.js'
import { allFindings } from './read.js'
import { decidingOptions, type ComparedFinding, type ComparedReport } from './schema.js'

/** What two reports differ in beside their findings, made once for all of these. */
export interface Differences {
  readonly earlier: ComparedReport
  readonly now: ComparedReport
  /** Evidence that the earlier report shows, by what it says. */
  readonly evidence: ReadonlySet<string>
  /** Matches that the earlier report shows, with the surest confidence; none where it says none of each match. */
  readonly matches: ReadonlyMap<string, Confidence | undefined>
  /** Of each list what changed, in words. */
  readonly lists: ReadonlyMap<string, string>
  readonly files: readonly string[]
  /** Options that are not as they were, but for the number of hops. */
  readonly options: readonly string[]
}

type Told = Pick<Evidence, 'kind' | 'id' | 'date' | 'amount' | 'currency' | 'goods' | 'percent'>
type Loosely<T> = { readonly [K in keyof T]: T[K] | undefined }

/** By what it says: a row may have moved to another line, and is the same. */
function evidenceKey({ kind, id, date, amount, currency, goods, percent }: Loosely<Told>): string {
  return JSON.stringify([kind, id, date, amount, currency, goods, percent])
}

const matchKey = (list: string, entryId: string) => JSON.stringify([list, entryId])

export function differencesOf(earlier: ComparedReport, now: ComparedReport): Differences {
  const evidence = new Set<string>()
  const matches = new Map<string, Confidence | undefined>()
  for (const finding of [...allFindings(earlier), ...earlier.waived]) {
    for (const step of finding.chain) for (const one of step.evidence) evidence.add(evidenceKey(one))
    for (const one of finding.handled ?? []) evidence.add(evidenceKey(one))
    for (const { list, entryId, confidence } of finding.target.matches) {
      const key = matchKey(list, entryId)
      if (matches.get(key) !== 'confirmed') matches.set(key, confidence)
    }
  }
  return {
    earlier,
    now,
    evidence,
    matches,
    lists: listChanges(earlier, now),
    files: fileChanges(earlier, now),
    options: optionChanges(earlier, now),
  }
}

/** The lists that an input holds: a file of our own form may hold several. */
function named(list: string): readonly string[] {
  return [list, ...list.split(', ')]
}

function listChanges(earlier: ComparedReport, now: ComparedReport): ReadonlyMap<string, string> {
  const before = new Map(
    earlier.inputs.flatMap((one) => (one.list === undefined ? [] : named(one.list).map((name) => [name, one]))),
  )
  const changes = new Map<string, string>()
  for (const { list, publishedOn, sha256 } of now.inputs) {
    for (const name of list === undefined ? [] : named(list)) {
      const was = before.get(name)
      if (was === undefined) changes.set(name, `${name} was not read then`)
      else if (was.publishedOn !== publishedOn) {
        changes.set(
          name,
          `${name} is of ${publishedOn ?? 'an unknown day'}, and was of ${was.publishedOn ?? 'an unknown day'}`,
        )
      } else if (was.sha256 !== sha256) changes.set(name, `the file of ${name} changed`)
    }
  }
  return changes
}

function fileChanges(earlier: ComparedReport, now: ComparedReport): readonly string[] {
  const before = new Map(earlier.inputs.map((one) => [one.path, one.sha256]))
  const records = now.inputs.filter(({ role }) => ['entities', 'transactions', 'relations'].includes(role))
  const paths = new Set(records.map(({ path }) => path))
  return [
    ...records.flatMap(({ path, sha256 }) => {
      if (!before.has(path)) return [`${path} was not read then`]
      return before.get(path) === sha256 ? [] : [`${path} changed`]
    }),
    ...earlier.inputs.flatMap(({ role, path }) => {
      return ['entities', 'transactions', 'relations'].includes(role) && !paths.has(path)
        ? [`${path} was read then`]
        : []
    }),
  ]
}

const DECIDING = decidingOptions.keyof()

function optionChanges(earlier: ComparedReport, { options }: ComparedReport): readonly string[] {
  return DECIDING.options.flatMap((name) => {
    const [was, is] = [JSON.stringify(earlier.options[name]), JSON.stringify(options[name])]
    return was === is ? [] : [`${name} is ${is ?? 'not set'}, and was ${was ?? 'not set'}`]
  })
}

const MOST_EVIDENCE = 3

function newEvidence(finding: ComparedFinding, { evidence }: Differences): readonly string[] {
  const fresh = [...finding.chain.flatMap((step) => step.evidence), ...(finding.handled ?? [])].filter(
    (one) => !evidence.has(evidenceKey(one)),
  )
  const shown = fresh.slice(0, MOST_EVIDENCE).map((one) => {
    const said = [one.kind, one.id, one.date].filter((part) => part !== undefined).join(' ')
    return `the earlier report does not show the ${said} (${one.file}:${one.line})`
  })
  const more = fresh.length - shown.length
  return more === 0 ? shown : [...shown, `and ${more} more such rows`]
}

function matchChanges(finding: ComparedFinding, { matches, lists }: Differences): readonly string[] {
  return finding.target.matches.flatMap(({ list, entryId, confidence }) => {
    const key = matchKey(list, entryId)
    const because = lists.get(list)
    if (!matches.has(key)) {
      return [
        `its target was not held to be entry ${entryId} of ${list} then${because === undefined ? '' : `: ${because}`}`,
      ]
    }
    const before = matches.get(key)
    const isToldOfBoth = before !== undefined && confidence !== undefined
    return !isToldOfBoth || before === confidence
      ? []
      : [`entry ${entryId} of ${list} is ${confidence}, and was ${before}`]
  })
}

function hopsMoved({ earlier, now }: Differences): readonly string[] {
  const before = earlier.options.hops
  return before === now.options.hops ? [] : [`hops is ${now.options.hops}, and was ${before}`]
}

/** What may have moved a verdict where nothing of its own shows it. */
function around(differences: Differences): readonly string[] {
  const { options, lists, files, earlier, now } = differences
  const moved = [...hopsMoved(differences), ...options, ...new Set(lists.values()), ...files]
  if (moved.length > 0) return moved
  if (earlier.tool.version !== now.tool.version)
    return [`hopscreen is ${now.tool.version}, and was ${earlier.tool.version}`]
  return ['nothing that the two reports hold tells why']
}

/** Why a finding is there, or is nearer than it was. */
export function whyNow(finding: ComparedFinding, differences: Differences): readonly string[] {
  const { earlier } = differences
  const waived = earlier.waived.some(({ id }) => id === finding.id)
  const tooFar = finding.hops >= earlier.options.hops
  const own = [
    ...(waived ? ['a decision set it aside then, and no longer does'] : []),
    ...(tooFar ? hopsMoved(differences) : []),
    ...matchChanges(finding, differences),
    ...newEvidence(finding, differences),
  ]
  return own.length > 0 ? own : around(differences)
}

/** Why a finding is gone, or further than it was. */
export function whyNoLonger(before: ComparedFinding, now: ComparedReport, differences: Differences): readonly string[] {
  const hops = now.options.hops
  const waiver = now.waived.find(({ id }) => id === before.id)
  if (waiver !== undefined) return [`a decision sets it aside: ${waiver.decision.reason}`]
  if (before.hops >= hops) return hopsMoved(differences)
  const decided = (now.decided ?? []).filter(
    (one) => one.decision === 'not-same' && one.party.id === before.target.party.id,
  )
  if (decided.length > 0)
    return decided.map((one) => `${one.party.name} was decided not to be entry ${one.entryId} of ${one.list}`)
  const lists = before.target.matches.flatMap(({ list }) => differences.lists.get(list) ?? [])
  const own = [...new Set(lists), ...differences.files]
  return own.length > 0 ? own : around(differences)
}
