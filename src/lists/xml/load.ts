import type { PartialDate } from '../../model/date.js'
import type { ListEntry } from '../../model/entry.js'
import type { Problem, ProblemSink } from '../../model/problem.js'
import { quote } from '../../records/quote.js'
import { createTally } from '../../records/tally.js'
import { createCollector, type Collector } from '../collect.js'
import { beginList } from '../list-reading.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { createStrangeNames } from '../strange-names.js'
import type { XmlAttribute, XmlElement } from './element.js'
import { readXml } from './read.js'

/** How one publisher's XML becomes entries. */
export interface XmlList {
  /** As the report names it, such as `un-xml`. */
  readonly format: string
  readonly root: string
  readonly containers: readonly string[]
  /** Elements that are read, and what with. They are given in document order. */
  readonly elements: ReadonlyMap<string, (element: XmlElement) => void>
  /** Elements beside those that are left alone on purpose. */
  readonly ignored?: readonly string[]
  /** Every element that may stand within one that is read, those that are left alone on purpose among them. */
  readonly known: ReadonlySet<string>
  /** Every attribute that may stand there, of formats that say things in attributes. */
  readonly knownAttributes?: ReadonlySet<string>
  /** Elements of which every whole file has at least one; without them the format has changed. */
  readonly needed: readonly string[]
  readonly onRoot?: (attributes: readonly XmlAttribute[]) => void
  /** After the last element: gives the collector what could not be given before, and says what the parts say of each other. */
  readonly finish?: () => void
  /** The list's name, once all is read. */
  name(): string
  /** The day in the file. */
  day(): PartialDate | undefined
}

/** What a format works with while it reads. */
export interface XmlReading {
  readonly path: string
  readonly collector: Collector
  readonly problems: ProblemSink
}

/** From so many entries on a file without any element of a kind that lists always have is not the format it was. */
const ENOUGH_TO_TELL = 20

/**
 * Reads a list in XML. A document that is not well-formed to its end is refused as a whole. Elements that are not known are named once: a
 * publisher who renames them would otherwise lose us names without a word.
 */
export async function loadXmlList(
  file: ListFile,
  problems: ProblemSink,
  formatOf: (reading: XmlReading) => XmlList,
): Promise<LoadedList> {
  const tally = createTally('list', file.path)
  const reading = beginList(file, problems)
  const sink = reading.problems
  const collector = createCollector(tally, sink)
  const format = formatOf({ path: file.path, collector, problems: sink })
  const seen = createSightings(format)
  const outcome = await readXml(file.source, {
    root: format.root,
    containers: new Set(format.containers),
    wanted: new Set(format.elements.keys()),
    ignored: new Set(format.ignored ?? []),
    onRoot: (attributes) => format.onRoot?.(attributes),
    onElement(element) {
      seen.look(element)
      format.elements.get(element.name)?.(element)
    },
    onUnknown: seen.unknown,
  })
  tally.finish(format.format, outcome.facts)
  if (outcome.failure === undefined) format.finish?.()
  else sink(outcome.failure)

  const read = collector.finish()
  const refusal = outcome.failure ?? refuse(read.length, tally.rejected, seen)
  const entries: readonly ListEntry[] = refusal === undefined ? read : []
  if (refusal !== undefined && refusal !== outcome.failure) sink({ ...refusal, file: file.path })
  for (const problem of seen.problems()) problems({ ...problem, file: file.path })

  return reading.end({ name: format.name(), day: format.day(), entries, whole: refusal === undefined }, tally)
}

function refuse(entries: number, rejected: number, seen: Sightings): Omit<Problem, 'file'> | undefined {
  const hint = 'the publisher may have changed the format; take a version of this tool that reads it'
  const missing = entries + rejected === 0 || entries >= ENOUGH_TO_TELL ? seen.missing() : []
  if (missing.length > 0) {
    const message = `expected the elements ${missing.map(quote).join(', ')}, which every such list has, got none`
    return { severity: 'error', code: 'list-changed', message, hint }
  }
  if (entries > 0 || rejected > 0) return undefined
  return { severity: 'error', code: 'list-empty', message: 'expected a list, got a document without entries', hint }
}

interface Sightings {
  look(this: void, element: XmlElement): void
  unknown(this: void, name: string, line: number): void
  /** The needed elements of which there was none. */
  missing(): readonly string[]
  problems(): readonly Omit<Problem, 'file'>[]
}

function createSightings({ known, knownAttributes: attributes, needed }: XmlList): Sightings {
  const missing = new Set(needed)
  const strange = createStrangeNames('xml-unknown-element', (name) =>
    name.startsWith('@') ? `the attribute ${quote(name.slice(1))}` : `the element ${quote(name)}`,
  )
  function lookAt(element: XmlElement): void {
    // An empty one does not show that what is said there is still said there.
    if (missing.size > 0 && (element.hasText || element.first !== undefined || element.attributes.length > 0))
      missing.delete(element.name)
    if (attributes !== undefined)
      for (const { name } of element.attributes) if (!attributes.has(name)) strange.note(`@${name}`, element.line)
  }
  return {
    look(element) {
      lookAt(element)
      // The depth is the file's to choose, so nothing here calls itself.
      const above: XmlElement[] = []
      let next = element.first
      for (;;) {
        if (next === undefined) {
          const parent = above.pop()
          if (parent === undefined) return
          next = parent.next
        } else if (!known.has(next.name)) {
          strange.note(next.name, next.line)
          next = next.next
        } else {
          lookAt(next)
          if (next.first !== undefined) {
            above.push(next)
            next = next.first
          } else next = next.next
        }
      }
    },
    unknown: strange.note,
    missing: () => [...missing],
    problems: strange.problems,
  }
}
