import type { Problem } from '../model/problem.js'
import { foldHeader, RELATION_SHAPE, TRANSACTION_SHAPE } from '../records/columns.js'
import { quote } from '../records/quote.js'
import { isOldEuTable } from './eu/header.js'
import type { ListHead } from './head.js'
import { isOfacFile } from './ofac/recognise.js'
import { isDelta, isSenzing } from './opensanctions/recognise.js'
import { rootOf } from './xml/root.js'

type Unfit = Pick<Problem, 'code' | 'message' | 'hint'>

const COMPANION_CONTENTS = { alt: 'aliases', add: 'addresses', comments: 'continued remarks' } as const

/** Fields that show a file to be of a publisher's own format, although some of its other fields have the names of an own list's. */
const FOREIGN: readonly { readonly fields: readonly string[]; readonly what: string }[] = [
  { fields: ['entity_number', 'programs'], what: 'the US Consolidated Screening List or one of its sources' },
  { fields: ['source_list_url'], what: 'the US Consolidated Screening List or one of its sources' },
  { fields: ['standard_order'], what: 'the US Consolidated Screening List or one of its sources' },
  { fields: ['federal_register_notice'], what: 'the US Consolidated Screening List or one of its sources' },
  { fields: ['schema', 'first_seen'], what: 'OpenSanctions data' },
  { fields: ['schema', 'dataset'], what: 'OpenSanctions data' },
  { fields: ['schema', 'measure'], what: 'the annexes of EU regulations' },
]

/** What a file is that looks like a list that is read, or has its fields, and is none; `undefined` where it may be one. */
export function otherFormat(head: ListHead, header: readonly string[], titles: readonly string[]): Unfit | undefined {
  for (const companion of ['alt', 'comments', 'add'] as const) {
    if (!isOfacFile(companion, head)) continue
    const message = `expected a list, got the ${COMPANION_CONTENTS[companion]} that belong to one of OFAC's lists`
    return {
      code: 'list-companion',
      message,
      hint: 'give sdn.csv or cons_prim.csv: the files beside it are read with it',
    }
  }
  const old = known(head)
  if (old !== undefined) return old
  const names = new Set(header.map(foldHeader))
  const foreign = FOREIGN.find(({ fields }) => fields.every((field) => names.has(foldHeader(field))))
  if (foreign !== undefined) {
    const message = `expected a list in a format that is read, got ${foreign.what}, which this version does not read`
    return { code: 'list-unknown', message, hint: knownFormats(titles) }
  }
  if (!names.has('name') && isLinks(names)) {
    const hint = 'give it with --transactions, or with --relations where it is about ownership or membership'
    return { code: 'not-a-list', message: 'expected a list, got records of transactions or relations', hint }
  }
  return undefined
}

const EU_HINT = 'take the file of version 1.1, xmlFullSanctionsList_1_1, from webgate.ec.europa.eu/fsd/fsf'

const TAKE_TARGETS = 'take targets.nested.json or entities.ftm.json of the same data set'

/** Roots of documents that are known and not read. */
const ROOTS: ReadonlyMap<string, { readonly what: string; readonly hint?: string }> = new Map([
  ['WHOLE', { what: "the EU's list of before 2017", hint: EU_HINT }],
  ['swiss-sanctions-list', { what: "Switzerland's list (SECO), which this version does not read" }],
  ['data-set', { what: "Canada's list (SEMA), which this version does not read" }],
  [
    'html',
    {
      what: 'an HTML page, such as an error or a login page',
      hint: 'take the file itself; a browser may have to be logged in',
    },
  ],
])

function byText(head: ListHead): { readonly what: string; readonly hint: string } | undefined {
  if (isOldEuTable(head.text)) return { what: "the EU's table of before version 1.1", hint: EU_HINT }
  if (isDelta(head)) return { what: 'changes to OpenSanctions data (entities.delta.json)', hint: TAKE_TARGETS }
  return isSenzing(head) ? { what: 'OpenSanctions data for Senzing (senzing.json)', hint: TAKE_TARGETS } : undefined
}

/** A format that is known and is not read is refused by its name. */
function known(head: ListHead): Unfit | undefined {
  const root = rootOf(head) ?? ''
  // Browsers take HTML in any case, and old servers write it so.
  const found = byText(head) ?? ROOTS.get(/^html$/i.test(root) ? 'html' : root)
  if (found === undefined) return undefined
  const message = `expected a list in a format that is read, got ${found.what}`
  return { code: 'list-unknown', message, ...(found.hint === undefined ? {} : { hint: found.hint }) }
}

/** Whether the header names both ends of a link, as a file of records does and a list never. */
function isLinks(names: ReadonlySet<string>): boolean {
  return [TRANSACTION_SHAPE, RELATION_SHAPE].some(({ columns }) => {
    const fields = [...names].map((name) => columns.get(name)?.field)
    return fields.includes('from') && fields.includes('to')
  })
}

/** Why a file that fits no format is refused, with all the formats that are known. */
export function notAList(head: ListHead, header: readonly string[], titles: readonly string[]): Unfit {
  const message = `expected a list in a known format, got ${describe(head, header)}`
  return { code: 'list-unknown', message, hint: knownFormats(titles) }
}

function knownFormats(titles: readonly string[]): string {
  return `the formats known are: ${titles.join('; ')}`
}

function describe(head: ListHead, header: readonly string[]): string {
  if (head.kind === 'xml') {
    const root = /<([A-Za-z_][\w:.-]*)/.exec(head.text)?.[1]
    return root === undefined ? 'XML' : `XML with the root element ${quote(root)}`
  }
  const kind = { csv: 'CSV', json: 'a JSON array', jsonl: 'JSON Lines' }[head.kind]
  return header.length === 0
    ? `${kind} without a record`
    : `${kind} with the fields ${quote(header.map((name) => name.trim()).join(', '))}`
}
