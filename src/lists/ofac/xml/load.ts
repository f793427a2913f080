import { basename } from 'node:path'
import type { PartialDate } from '../../../model/date.js'
import type { ProblemSink } from '../../../model/problem.js'
import { monthFirst } from '../../day-forms.js'
import type { ListFile, LoadedList } from '../../loaded.js'
import { textAt } from '../../xml/element.js'
import { loadXmlList, type XmlList } from '../../xml/load.js'
import { elementNames } from '../../xml/names.js'
import { buildEntry, type BuiltEntry } from '../entry.js'
import { kindOf, tellList, type Designation, type OfacList } from '../programs.js'
import { untyped } from '../untyped.js'
import { readSdnEntry } from './entry.js'

const KNOWN = elementNames(
  'uid firstName lastName sdnType nspType remarks programList program title',
  'idList id idType idNumber idCountry issueDate expirationDate akaList aka type category',
  'addressList address address1 address2 address3 city stateOrProvince postalCode country',
  'nationalityList nationality citizenshipList citizenship dateOfBirthList dateOfBirthItem dateOfBirth',
  'placeOfBirthList placeOfBirthItem placeOfBirth vesselInfo callSign vesselFlag vesselOwner',
  // Left alone: which of several is the main one, and what a vessel weighs.
  'mainEntry vesselType tonnage grossRegisteredTonnage Publish_Date Record_Count',
)

interface Read extends Designation {
  /** Its list, and with that its kind, is told once all are read. */
  readonly entry: BuiltEntry
  /** Whether the type is one that the list has. */
  readonly typed: boolean
}

/**
 * Reads OFAC's legacy XML, SDN.XML and CONSOLIDATED.XML, in the namespace of before and after spring 2024. It says the same as the legacy
 * CSV, so it becomes the same entries.
 */
export function loadOfacXml(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  return loadXmlList(file, problems, ({ path, collector, problems: sink }): XmlList => {
    const read: Read[] = []
    let day: PartialDate | undefined
    let announced: number | undefined
    let list: OfacList = 'OFAC SDN'
    return {
      format: 'ofac-xml',
      root: 'sdnList',
      containers: [],
      elements: new Map([
        [
          'publshInformation',
          (element) => {
            day = monthFirst(textAt(element, 'Publish_Date'))
            const count = textAt(element, 'Record_Count')
            announced = /^\d+$/.test(count) ? Number(count) : undefined
          },
        ],
        [
          'sdnEntry',
          (element) => {
            const { parts, typed } = readSdnEntry(element)
            const entry = buildEntry(list, path, parts)
            if (!typed) entry.type = 'unknown'
            read.push({ entry, programs: entry.programs, directives: parts.directives, typed })
          },
        ],
      ]),
      known: KNOWN,
      needed: ['uid', 'lastName', 'sdnType', 'programList', 'program', 'akaList', 'aka', 'publshInformation'],
      finish() {
        list = tellList(read, basename(path))
        for (const { entry, programs, directives, typed } of read) {
          entry.list = list
          entry.kind = kindOf(list, { programs, directives })
          if (!typed) sink(untyped(path, entry.entryId, entry.place.line))
          collector.add(entry, !typed)
        }
        if (announced !== undefined && announced !== read.length) sink(miscounted(path, announced, read.length))
      },
      name: () => list,
      day: () => day,
    }
  })
}

/** OFAC's own count is not always right, so it is no error; a file from which entries are cut out shows by nothing else. */
const miscounted = (file: string, announced: number, got: number) =>
  ({
    severity: 'warning',
    code: 'record-count',
    message: `the list says that it has ${announced} entries, and has ${got}`,
    hint: 'take the file again; where it stays so, the publisher has miscounted',
    file,
  }) as const
