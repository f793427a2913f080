import { LINK_KINDS, STAKE_BASES } from '../model/record.js'
import type { LinkKind, LinkRecord, StakeBasis } from '../model/record.js'
import { quote } from './quote.js'
import type { RowCheck } from './row-check.js'
import { freeTexts } from './free-texts.js'
import { handlersIn, partyText, readParties } from './named-parties.js'
import { headerOf, isName, textOf } from './row.js'
import { isSpoiltNumber, readCurrency, readHsCode, readWord, spoiltNumber, remembered } from './values.js'

export type LinkRole = 'transactions' | 'relations'

const readCode = remembered(readHsCode)
const readMoney = remembered(readCurrency)
const readKindWord = remembered((text) => readWord<LinkKind>(text, LINK_KINDS, 'unknown-kind'))
const readBasis = remembered((text) => readWord<StakeBasis>(text, STAKE_BASES, 'bad-basis'))

/** Kinds of link whose ends run alike, so that a column such as `supplier` fits either. */
const GOODS: ReadonlySet<LinkKind> = new Set(['supply', 'component'])

/** The kind that the row or its columns give; `undefined` once it is said why there is none. */
function readKind(check: RowCheck): LinkKind | undefined {
  const { row } = check
  const { implied, torn } = row.layout
  const text = textOf(row, 'kind')
  if (text === '') {
    if (implied !== undefined) return implied
    const message = torn
      ? `expected columns of one kind of link, got ${quote(headerOf(row, 'from'))} and ${quote(headerOf(row, 'to'))}`
      : `expected one of ${LINK_KINDS.join(', ')}, got nothing`
    check.reject('unknown-kind', message, 'kind')
    return undefined
  }
  const reading = readKindWord(text)
  if (!reading.ok) {
    check.reject(reading.code, reading.message, 'kind', reading.hint)
    return undefined
  }
  const kind = reading.value
  const fits = implied === undefined ? !torn : implied === kind || (GOODS.has(implied) && GOODS.has(kind))
  if (fits) return kind
  const ends = `${quote(headerOf(row, 'from'))} and ${quote(headerOf(row, 'to'))}`
  check.reject('kind-contradiction', `expected a kind that fits the columns ${ends}, got ${quote(text)}`, 'kind')
  return undefined
}

function readEnd(check: RowCheck, field: 'from' | 'to', standIn: string | undefined): string | undefined {
  const text = partyText(check.row, field)
  if (text === '' && standIn !== undefined) return standIn
  if (isSpoiltNumber(text)) {
    const reading = spoiltNumber(text)
    if (!reading.ok) check.reject(reading.code, reading.message, field, reading.hint)
    return undefined
  }
  if (isName(text)) return text
  check.reject('no-end', `expected a party's id or name, got ${text === '' ? 'nothing' : quote(text)}`, field)
  return undefined
}

function readEnds(
  check: RowCheck,
  self: string | undefined,
): { readonly from: string; readonly to: string } | undefined {
  const bothMissing = partyText(check.row, 'from') === '' && partyText(check.row, 'to') === ''
  const standIn = bothMissing ? undefined : self
  const from = readEnd(check, 'from', standIn)
  const to = readEnd(check, 'to', standIn)
  return from === undefined || to === undefined ? undefined : { from, to }
}

type Draft = { -readonly [K in keyof LinkRecord]: LinkRecord[K] }

function optionalText(check: RowCheck, field: string): string | undefined {
  const text = textOf(check.row, field)
  return text === '' ? undefined : text
}

/** Sets what is there. No object is made for what is not: a million rows pass through here. */
function set<K extends keyof Draft>(draft: Draft, key: K, value: Draft[K] | undefined): void {
  if (value !== undefined) draft[key] = value
}

function addTransaction(draft: Draft, check: RowCheck): void {
  const { formats } = check
  set(draft, 'date', check.optional('date', formats.date))
  set(draft, 'amount', check.optional('amount', formats.amount))
  set(draft, 'currency', check.optional('currency', readMoney))
  set(draft, 'goods', optionalText(check, 'goods'))
  set(draft, 'hsCode', check.optional('hs_code', readCode))
  set(draft, 'quantity', optionalText(check, 'quantity'))
}

function addRelation(draft: Draft, check: RowCheck): void {
  const { formats } = check
  set(draft, 'percent', check.optional('percent', formats.percent))
  set(draft, 'basis', check.optional('basis', readBasis))
  const since = check.optional('since', formats.date)
  const until = check.optional('until', formats.date)
  // Which of the two is wrong nobody can tell, and a relation without days is never nearer to "clear" than one with them.
  if (since !== undefined && until !== undefined && until.last <= since.first) {
    const message = `expected an end after the beginning, ${since.text}, got ${quote(until.text)}; both are left out`
    check.drop({ ok: false, code: 'interval-reversed', message }, headerOf(check.row, 'until'))
    return
  }
  set(draft, 'date', since)
  set(draft, 'until', until)
}

/**
 * The link of a row; `undefined` where the row is rejected, once it is said why. `self` stands in for one missing end
 * of a transaction.
 */
export function readLinkRow(check: RowCheck, role: LinkRole, self: string | undefined): LinkRecord | undefined {
  const kind = readKind(check)
  const ends = readEnds(check, role === 'transactions' ? self : undefined)
  if (kind === undefined || ends === undefined) return undefined
  const draft: Draft = {
    kind,
    from: ends.from,
    to: ends.to,
    via: handlersIn(check.row),
    place: check.place,
  }
  if (check.row.layout.details !== undefined) set(draft, 'parties', readParties(check))
  set(draft, 'texts', freeTexts(check.row))
  set(draft, 'id', optionalText(check, 'id'))
  if (role === 'transactions') addTransaction(draft, check)
  else addRelation(draft, check)
  set(draft, 'source', optionalText(check, 'source'))
  set(draft, 'knownOn', check.optional('known_on', check.formats.date))
  return draft
}
