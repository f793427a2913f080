import type { PartialDate } from '../../model/date.js'
import type { ProblemSink } from '../../model/problem.js'
import { isoDay } from '../day-forms.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { attributeIn } from '../xml/element.js'
import { loadXmlList, type XmlList } from '../xml/load.js'
import { elementNames } from '../xml/names.js'
import { readUnEntry, UN_LIST } from './entry.js'

const KNOWN = elementNames(
  'DATAID FIRST_NAME SECOND_NAME THIRD_NAME FOURTH_NAME NAME_ORIGINAL_SCRIPT UN_LIST_TYPE REFERENCE_NUMBER LISTED_ON DELISTED_ON',
  'COMMENTS1 DESIGNATION NATIONALITY NATIONALITY2 VALUE INDIVIDUAL_ALIAS ENTITY_ALIAS QUALITY ALIAS_NAME NOTE',
  'INDIVIDUAL_ADDRESS ENTITY_ADDRESS STREET CITY STATE_PROVINCE ZIP_CODE COUNTRY INDIVIDUAL_PLACE_OF_BIRTH',
  'INDIVIDUAL_DATE_OF_BIRTH TYPE_OF_DATE DATE YEAR FROM_YEAR TO_YEAR',
  'INDIVIDUAL_DOCUMENT TYPE_OF_DOCUMENT TYPE_OF_DOCUMENT2 NUMBER ISSUING_COUNTRY COUNTRY_OF_ISSUE',
  // Left alone: the history of the text, keys for sorting, titles and sex, what a document says beside its number, an alias's own birth.
  'VERSIONNUM LIST_TYPE LAST_DAY_UPDATED SORT_KEY SORT_KEY_LAST_MOD TITLE GENDER SUBMITTED_BY SUBMITTED_ON',
  'DATE_OF_ISSUE CITY_OF_ISSUE DATE_OF_BIRTH CITY_OF_BIRTH COUNTRY_OF_BIRTH',
)

/** Reads the United Nations Security Council Consolidated List. */
export function loadUn(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  return loadXmlList(file, problems, ({ path, collector, problems: sink }): XmlList => {
    let day: PartialDate | undefined
    return {
      format: 'un-xml',
      root: 'CONSOLIDATED_LIST',
      containers: ['INDIVIDUALS', 'ENTITIES'],
      elements: new Map(
        (['INDIVIDUAL', 'ENTITY'] as const).map((name) => [
          name,
          (element) => {
            const { entry, degraded } = readUnEntry(element, path, sink)
            collector.add(entry, degraded)
          },
        ]),
      ),
      known: KNOWN,
      needed: ['REFERENCE_NUMBER', 'FIRST_NAME', 'LISTED_ON', 'UN_LIST_TYPE', 'ALIAS_NAME'],
      onRoot: (attributes) => {
        day = isoDay(attributeIn(attributes, 'dateGenerated'))
      },
      name: () => UN_LIST,
      day: () => day,
    }
  })
}
