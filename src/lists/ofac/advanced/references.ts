import { attributeIn, attributeOf, type XmlAttribute, type XmlElement } from '../../xml/element.js'

/** The reference tables that the party's numbers lead into, by the element of their rows. */
export const REFERENCE_TABLES = [
  'AliasType',
  'Country',
  'AreaCode',
  'DetailReference',
  'EntryEventType',
  'FeatureType',
  'IDRegDocType',
  'LegalBasis',
  'List',
  'LocPartType',
  'NamePartType',
  'PartySubType',
  'PartyType',
  'RelationType',
  'SanctionsType',
  'Script',
] as const
export type ReferenceTable = (typeof REFERENCE_TABLES)[number]

interface Reference {
  readonly text: string
  readonly attributes: readonly XmlAttribute[]
}

export interface References {
  add(element: XmlElement): void
  /** The words of a number; empty where the table has none. Numbers without words are counted. */
  word(table: ReferenceTable, id: string): string
  attribute(table: ReferenceTable, id: string, name: string): string
  /** `table number` of references that lead nowhere. */
  lost(): readonly string[]
}

export function createReferences(): References {
  const tables = new Map<string, Map<string, Reference>>()
  const lost = new Set<string>()
  return {
    add(element) {
      const table = tables.get(element.name) ?? new Map<string, Reference>()
      tables.set(element.name, table)
      const short = attributeOf(element, 'LegalBasisShortRef')
      table.set(attributeOf(element, 'ID'), {
        text: short || element.text || attributeOf(element, 'Description'),
        attributes: element.attributes,
      })
    },
    word(table, id) {
      const found = tables.get(table)?.get(id)
      if (found === undefined && id !== '' && lost.size < MOST_NAMED) lost.add(`${table} ${id}`)
      return found?.text ?? ''
    },
    attribute(table, id, name) {
      const found = tables.get(table)?.get(id)
      return found === undefined ? '' : attributeIn(found.attributes, name).trim()
    },
    lost: () => [...lost],
  }
}

const MOST_NAMED = 20
