import { describe, expect, test } from '@jest/globals'
import { compareNames } from '../../src/match/compare.js'
import type { PartyType } from '../../src/model/record.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

type Row = readonly [string, string, PartyType, 'none' | 'possible' | 'confirmed']

const verdictOf = (a: string, b: string, type: PartyType): string =>
  compareNames(a, b, type, DEFAULT_THRESHOLDS).verdict

// Each line shows a rule with names of its own, so that no rule rests on a labelled pair.
const KINDS: readonly (readonly [string, readonly Row[]])[] = [
  [
    'an initial of another name contradicts, one of the same name does not',
    [
      ['Karl P Lindqvist', 'Karl Otto Lindqvist', 'person', 'none'],
      ['Karl O Lindqvist', 'Karl Otto Lindqvist', 'person', 'possible'],
    ],
  ],
  [
    'son and father changed over are two persons, names in another order are not',
    [
      ['Tahir bin Qasim al-Basri', 'Qasim bin Tahir al-Basri', 'person', 'none'],
      ['Lindqvist Karl Otto', 'Karl Otto Lindqvist', 'person', 'possible'],
    ],
  ],
  [
    'a slip in one of three names is near, another syllable is another name',
    [
      ['Karl Otto Lindqist', 'Karl Otto Lindqvist', 'person', 'possible'],
      ['Omar Said Zahrani', 'Omer Said Zahrani', 'person', 'possible'],
      ['Ri Song Guk', 'Ri Yong Guk', 'person', 'none'],
    ],
  ],
  [
    'words run together, with a letter lost',
    [
      ['KarlLindqist', 'Karl Lindqvist', 'person', 'possible'],
      ['Zheldor Ekspedition', 'Zheldorekspeditsion', 'company', 'possible'],
    ],
  ],
  ['digits that look like letters', [['L1ndqv1st Karl', 'Lindqvist Karl', 'person', 'possible']]],
  [
    'words that no one owns are a name together, but not by halves',
    [
      ['Battalion Twenty-Two', 'Battalion 22', 'company', 'possible'],
      ['Battalion 22', 'Battalion 23', 'company', 'none'],
      ['Japan Energy Research Center', '日本能源研究中心', 'company', 'possible'],
      ['Trading Technology', 'Technology Trading House', 'company', 'none'],
    ],
  ],
  [
    'a Chinese registered name begins with its city and says a trade',
    [
      ['Weilaida Electronics Ltd.', '深圳市威莱达科技有限公司', 'company', 'possible'],
      ['Kitamura Energy', '深圳市威莱达科技有限公司', 'company', 'none'],
    ],
  ],
  [
    'a foreign name spelt with Chinese signs, and one of Japan in its characters',
    [
      ['Bakster Solutions', '巴克斯特解决方案公司', 'company', 'possible'],
      ['Yamamoto Seimitsu Kogyo', '山本精密工业株式会社', 'company', 'possible'],
      ['Suzuki Hanako', '铃木花子', 'person', 'possible'],
    ],
  ],
  [
    'houses and places whose Chinese form does not follow their sound, and trades as they are registered',
    [
      ['Siemens Energy Services', '西门子能源服务有限公司', 'company', 'possible'],
      ['Honeywell Technology', '西门子技术有限公司', 'company', 'none'],
      ['Yamamoto Nagoya Hydraulic', '山本名古屋液压株式会社', 'company', 'possible'],
      ['Yamamoto Nagoya Hydraulic', '山本横滨液压株式会社', 'company', 'none'],
      ['Weilaida Valve', '深圳市威莱达阀门有限公司', 'company', 'possible'],
      ['Japan Energy Research Institute', '日本能源研究所', 'company', 'possible'],
    ],
  ],
  [
    'English words of trade spelt in Arabic letters',
    [
      ['Zolkar General Trading', 'زولكار جنرال تريدينغ', 'company', 'possible'],
      ['Zolkar General Trading', 'زولكار لوجستكس', 'company', 'none'],
    ],
  ],
  [
    'Korean vowels in either custom, and a legal form in Korean letters',
    [
      ['Jung Min Sung', '정민성', 'person', 'possible'],
      ['Hanseong Electronics', '한성전자주식회사', 'company', 'possible'],
    ],
  ],
  [
    'a second name in brackets after a legal form',
    [
      ['LLC KRT (Orlan Systems Group)', 'Orlan Systems Group', 'company', 'possible'],
      ['LLC Orlan (Minsk Systems)', 'Minsk Systems', 'company', 'none'],
    ],
  ],
  ['a country beside an acronym', [['ZMMR Belarus', 'Zenit Mayak Monolit Rubin', 'company', 'possible']]],
  [
    'numbers and series',
    [
      ['Northlight Fund', 'Northlight Fund II', 'company', 'none'],
      ['Northlight Fund II', 'Northlight Fund III', 'company', 'none'],
      ['Northlight Fund Two', 'Northlight Fund 2', 'company', 'possible'],
    ],
  ],
  [
    'ships: the prefix is none of the name, its number is',
    [
      ['MV Snow Storm 2', 'SNOW STORM 2', 'vessel', 'possible'],
      ['Snow Storm 1', 'Snow Storm 2', 'vessel', 'none'],
      ['Snow Storm', 'Snow Storm 2', 'vessel', 'none'],
    ],
  ],
  [
    'a word that is hardly near another agrees with nothing where others stand against it',
    [
      ['Vexrebeljod Rehapsor Palvexnur Co., Ltd.', 'Palvexnur Ransor Co., Ltd.', 'company', 'none'],
      ['Palvexnur Rehapsor', 'Palvexnur Ransor', 'company', 'none'],
      ['Palvexnur Rehapsor', 'Palvexnur Rehabsor', 'company', 'possible'],
    ],
  ],
  [
    'what stands beside a name is no part of it',
    [
      ['ZOLOTEK STAR IMO 9123456', 'Zolotek Star', 'vessel', 'possible'],
      ['ZOLOTEK STAR (IMO No. 9123456)', 'Zolotek Star', 'vessel', 'possible'],
      ['ZOLOTEK STAR IMO 9123456', 'Zolotek Star IMO 9123468', 'vessel', 'none'],
      ['Zolotek (ex Bravex)', 'Zolotek', 'company', 'possible'],
      ['Zolotek (ex Bravex)', 'Bravex', 'company', 'possible'],
      ['Zolotek (ex Bravex)', 'Kolmar Pendro', 'company', 'none'],
      ['M/s Zolotek Traders', 'Zolotek Traders', 'company', 'possible'],
      ['Messrs. Zolotek Traders', 'Zolotek Traders', 'company', 'possible'],
      ['Zolotek Ltd (in liquidation)', 'Zolotek Ltd', 'company', 'possible'],
      ['Zolotek GmbH i.L.', 'Zolotek GmbH', 'company', 'possible'],
      ['Zolotek SA en liquidation', 'Zolotek', 'company', 'possible'],
      ['ООО «Золотек» (в стадии ликвидации)', 'Zolotek', 'company', 'possible'],
      ['In Liquidation', 'Zolotek (in liquidation)', 'company', 'none'],
    ],
  ],
  [
    'the breath in a Korean or Chinese name parts no word',
    [
      ["Ch'un-yong Ch'oe", 'Choe Un Yong', 'person', 'none'],
      ["Ch'un-yong Ch'oe", 'Choe Chun Yong', 'person', 'possible'],
      ["Sha'ini Nuri", 'Nuri Sha Ini', 'person', 'possible'],
    ],
  ],
  [
    'letters that are only romanised',
    [
      ['ΕΛΛΗΝΙΚΑ ΝΑΥΠΗΓΕΙΑ', 'Ellinika Nafpigeia', 'company', 'possible'],
      ['საქართველოს რკინიგზა', 'Sakartvelos Rkinigza', 'company', 'confirmed'],
      ['Հայաստան Բանկ', 'Hayastan Bank', 'company', 'confirmed'],
      ['ไทยเบฟ', 'Thaibev', 'company', 'possible'],
      ['トヨタ', 'Toyota', 'company', 'possible'],
    ],
  ],
  [
    'what users of other tools complained of',
    [
      ['SIS DOO', 'SIS d.o.o.', 'company', 'possible'],
      ['EMMA LLC', 'emma daniels', 'person', 'none'],
      ['11420 CORP.', 'CORP.', 'company', 'none'],
      ['11420 CORP.', 'ACME CORP.', 'company', 'none'],
      ['Almaz Antey Telecom', 'Almaz-Antey', 'company', 'possible'],
    ],
  ],
]

describe.each(KINDS)('%s', (_, rows) => {
  test.each(rows)('%s | %s (%s): %s', (a, b, type, verdict) => {
    expect([verdictOf(a, b, type), verdictOf(b, a, type)]).toEqual([verdict, verdict])
  })
})
