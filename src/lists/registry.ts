import type { Problem, ProblemSink } from '../model/problem.js'
import { isCslHeader } from './csl/header.js'
import { isEuHeader } from './eu/header.js'
import { readHead, type ListHead } from './head.js'
import { headerOf } from './header.js'
import type { ListFile, LoadedList } from './loaded.js'
import { isOfacFile } from './ofac/recognise.js'
import { isFtmHead, isSimpleHeader } from './opensanctions/recognise.js'
import { loadOwnList } from './own/load.js'
import { isOwnHeader } from './own/shape.js'
import { rootOf } from './xml/root.js'
import { isOfsiHeader, isUkHeader } from './uk/headers.js'
import { notAList, otherFormat } from './unfit.js'

/** A format of list files: how its content is told from any other's, and how it is read. */
export interface ListFormat {
  /** As messages name it. */
  readonly title: string
  recognises(head: ListHead, header: readonly string[]): boolean
  load(file: ListFile, problems: ProblemSink, header: readonly string[]): Promise<LoadedList>
}

/** Comes last: many a table has a field `name`. */
const OWN_LIST: ListFormat = {
  title: 'own list, CSV or JSON with a field "name"',
  recognises: (_, header) => isOwnHeader(header),
  load: loadOwnList,
}

/** The formats that are read, in the order in which they are tried: those that show themselves most clearly come first. */
export const LIST_FORMATS: readonly ListFormat[] = [
  {
    title: 'OFAC SDN or Consolidated list, legacy CSV (sdn.csv, cons_prim.csv)',
    recognises: (head) => isOfacFile('main', head),
    load: async (file, problems) => (await import('./ofac/legacy.js')).loadOfacLegacy(file, problems),
  },
  {
    title: 'OFAC SDN or Consolidated list, legacy XML (sdn.xml, consolidated.xml)',
    recognises: (head) => rootOf(head) === 'sdnList',
    load: async (file, problems) => (await import('./ofac/xml/load.js')).loadOfacXml(file, problems),
  },
  {
    title: 'OFAC enhanced XML (sdn_enhanced.xml, cons_enhanced.xml)',
    recognises: (head) => rootOf(head) === 'sanctionsData',
    load: async (file, problems) => (await import('./ofac/enhanced/load.js')).loadOfacEnhanced(file, problems),
  },
  {
    title: 'OFAC advanced XML (sdn_advanced.xml, cons_advanced.xml)',
    recognises: (head) => rootOf(head) === 'Sanctions',
    load: async (file, problems) => (await import('./ofac/advanced/load.js')).loadOfacAdvanced(file, problems),
  },
  {
    title: 'UN Security Council consolidated list, XML',
    recognises: (head) => rootOf(head) === 'CONSOLIDATED_LIST',
    load: async (file, problems) => (await import('./un/load.js')).loadUn(file, problems),
  },
  {
    title: 'UK Sanctions List, XML',
    recognises: (head) => rootOf(head) === 'Designations',
    load: async (file, problems) => (await import('./uk/xml.js')).loadUkXml(file, problems),
  },
  {
    title: 'UK Sanctions List, CSV',
    recognises: (head) => head.commaRows.slice(0, 2).some(isUkHeader),
    load: async (file, problems) => (await import('./uk/csv.js')).loadUkCsv(file, problems),
  },
  {
    title: 'UK OFSI consolidated list (ConList), CSV',
    recognises: (head) => head.commaRows.slice(0, 2).some(isOfsiHeader),
    load: async (file, problems) => (await import('./uk/ofsi.js')).loadOfsi(file, problems),
  },
  {
    title: 'EU Financial Sanctions File 1.1, XML',
    recognises: (head) => rootOf(head) === 'export' && /fsd\/export|<(?:\w+:)?sanctionEntity\b/.test(head.text),
    load: async (file, problems) => (await import('./eu/xml.js')).loadEuXml(file, problems),
  },
  {
    title: 'EU Financial Sanctions File 1.1, CSV',
    recognises: (head) => head.kind === 'csv' && isEuHeader(head.text.split(/\r?\n/, 1)[0]?.split(';') ?? []),
    load: async (file, problems) => (await import('./eu/csv.js')).loadEuCsv(file, problems),
  },
  {
    title: 'US Consolidated Screening List, CSV',
    recognises: (head, header) => head.kind === 'csv' && head.delimiter === ',' && isCslHeader(header),
    load: async (file, problems) => (await import('./csl/csv.js')).loadCslCsv(file, problems),
  },
  {
    title: 'US Consolidated Screening List, JSON',
    recognises: (head, header) => head.kind.startsWith('json') && isCslHeader(header),
    load: async (file, problems) => (await import('./csl/json.js')).loadCslJson(file, problems),
  },
  {
    title: 'OpenSanctions targets.simple.csv',
    recognises: (head, header) => head.kind === 'csv' && isSimpleHeader(header),
    load: async (file, problems) => (await import('./opensanctions/simple.js')).loadOpenSanctionsSimple(file, problems),
  },
  {
    title: 'OpenSanctions targets.nested.json, entities.ftm.json',
    recognises: isFtmHead,
    load: async (file, problems) => (await import('./opensanctions/ftm.js')).loadOpenSanctionsJson(file, problems),
  },
  OWN_LIST,
]

export type Recognised =
  | { readonly kind: 'list'; load(problems: ProblemSink): Promise<LoadedList> }
  /** A file that belongs to a main file, which reads it by itself. */
  | { readonly kind: 'companion'; readonly problem: Problem }
  /** `mayBeList` where it is a table or a document that somebody may have meant as a list. */
  | { readonly kind: 'unfit'; readonly problem: Problem; readonly mayBeList: boolean }

/** Tells by its content what a file is that was given as a list. */
export async function recognise(file: ListFile): Promise<Recognised> {
  const head = await readHead(file.source)
  if ('severity' in head) return { kind: 'unfit', problem: head, mayBeList: head.code !== 'not-text' }
  const header = await headerOf(head)
  const titles = LIST_FORMATS.map(({ title }) => title)
  const format = LIST_FORMATS.find((each) => each.recognises(head, header))
  const other = format === undefined || format === OWN_LIST ? otherFormat(head, header, titles) : undefined
  if (other === undefined && format !== undefined && format !== OWN_LIST && head.wide === true)
    return { kind: 'unfit', problem: wideList(format.title, file.path), mayBeList: true }
  if (other === undefined && format !== undefined)
    return { kind: 'list', load: (problems) => format.load(file, problems, header) }
  const problem = other ?? notAList(head, header, titles)
  const full: Problem = { severity: 'error', ...problem, file: file.path }
  if (problem.code === 'list-companion') return { kind: 'companion', problem: full }
  return { kind: 'unfit', problem: full, mayBeList: problem.code === 'list-unknown' && isData(head) }
}

function wideList(title: string, file: string): Problem {
  const message = `expected ${title}, in UTF-8, got it in UTF-16`
  const hint = 'take the file as its publisher gives it, or convert it to UTF-8'
  return { severity: 'error', code: 'not-utf8', message, hint, file }
}

/** A document, or a table of at least three columns: a README is read as CSV too, and is neither. */
function isData(head: ListHead): boolean {
  const width = head.rows[0]?.length ?? 0
  return head.kind !== 'csv' || (width >= 3 && head.rows.slice(1).some((row) => row.length === width))
}
