import { describe, expect, test } from '@jest/globals'
import { directivesIn } from '../../../src/lists/ofac/directives.js'
import { kindOf, splitPrograms, tellList } from '../../../src/lists/ofac/programs.js'

const of = (programs: string, remarks = '') => ({
  programs: splitPrograms(programs),
  directives: directivesIn(remarks),
})

const SSI = 'Executive Order 13662 Directive Determination - Subject to Directive 1'
const MBS =
  'Executive Order 14024 Directive Information Subject to Directive 1a - no debt; Listing Date (EO 14024 Directive 1a): 22 Feb 2022'
const BLOCKED = 'alt. Secondary sanctions risk: See Section 11 of Executive Order 14024.'

describe('programmes', () => {
  test.each([
    ['CUBA', ['CUBA']],
    ['UKRAINE-EO13662] [RUSSIA-EO14024', ['UKRAINE-EO13662', 'RUSSIA-EO14024']],
    ['[SDGT] [IRGC]', ['SDGT', 'IRGC']],
    ['CAATSA - RUSSIA', ['CAATSA - RUSSIA']],
    ['', []],
  ])('%s', (cell, expected) => {
    expect(splitPrograms(cell)).toEqual(expected)
  })
})

describe('the kind of an entry', () => {
  test.each([
    ['OFAC SDN', 'SDGT', '', 'asset-freeze'],
    ['OFAC SDN', 'UKRAINE-EO13662', '', 'asset-freeze'],
    ['OFAC SDN', 'UKRAINE-EO13662] [RUSSIA-EO14024', `${SSI}; ${MBS}`, 'asset-freeze'],
    ['OFAC SDN', 'BPI-RUSSIA-EO14024', '', 'asset-freeze'],
    ['OFAC SDN', '', '', 'asset-freeze'],
    ['OFAC SDN', 'NS-PLC', '', 'watch'],
    ['OFAC SDN', 'SDGT] [NS-PLC', '', 'asset-freeze'],
    ['OFAC Consolidated', 'NS-PLC', '', 'watch'],
    ['OFAC Consolidated', 'SDGT] [NS-PLC', '', 'asset-freeze'],
    ['OFAC Consolidated', 'CMIC-EO13959', '', 'sectoral'],
    ['OFAC Consolidated', '561-Related', '', 'sectoral'],
    ['OFAC Consolidated', 'UKRAINE-EO13662', SSI, 'sectoral'],
    ['OFAC Consolidated', 'UKRAINE-EO13662] [RUSSIA-EO14024', `${SSI}; ${BLOCKED}`, 'asset-freeze'],
    ['OFAC Consolidated', 'UKRAINE-EO13662] [RUSSIA-EO14024', `${SSI}; ${MBS}`, 'sectoral'],
    ['OFAC Consolidated', 'UKRAINE-EO13662] [RUSSIA-EO14024', `${SSI}; ${MBS}; ${BLOCKED}`, 'asset-freeze'],
    ['OFAC Consolidated', 'UKRAINE-EO13662] [VENEZUELA-EO13850', SSI, 'asset-freeze'],
    ['OFAC Consolidated', 'RUSSIA-EO14024', MBS, 'sectoral'],
    [
      'OFAC Consolidated',
      'CAATSA - RUSSIA',
      'CAATSA Section 235 Information: EXPORT SANCTIONS Sec. 235(a)(2)',
      'sectoral',
    ],
    [
      'OFAC Consolidated',
      'CAATSA - RUSSIA',
      'CAATSA Section 235 Information: BLOCKING PROPERTY AND INTERESTS',
      'asset-freeze',
    ],
    [
      'OFAC Consolidated',
      'ILLICIT-DRUGS-EO14059',
      'alt. Executive Order 14059 information: Prohibition on any loans',
      'sectoral',
    ],
    ['OFAC Consolidated', 'NEW-TAG', '', 'asset-freeze'],
  ] as const)('%s, %s, %s', (list, programs, remarks, expected) => {
    expect(kindOf(list, of(programs, remarks))).toBe(expected)
  })
})

describe('which list a file is', () => {
  test.each([
    ['cons_prim.csv', [of('SDGT'), of('CUBA'), of('UKRAINE-EO13662', SSI)], 'OFAC SDN'],
    ['sdn.csv', [of('NS-PLC'), of('CMIC-EO13959'), of('UKRAINE-EO13662', SSI)], 'OFAC Consolidated'],
    ['cons_prim.csv', [of('UKRAINE-EO13662', SSI)], 'OFAC Consolidated'],
    ['sdn.csv', [of('UKRAINE-EO13662] [RUSSIA-EO14024', SSI)], 'OFAC SDN'],
    ['list.csv', [of('UKRAINE-EO13662', SSI)], 'OFAC Consolidated'],
    ['list.csv', [of('UKRAINE-EO13662')], 'OFAC SDN'],
    ['list.csv', [], 'OFAC SDN'],
  ] as const)('%s', (name, designations, expected) => {
    expect(tellList(designations, name)).toBe(expected)
  })
})
