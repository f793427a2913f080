import { countryOf } from './countries.js'

/** Nationalities as OFSI wrote them, and OFAC now and then, where they did not write the country. */
const DEMONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AF: 'Afghan|Afghani|Afgan',
    DZ: 'Algerian',
    AU: 'Australian',
    BD: 'Bangladeshi',
    BY: 'Belarusian',
    BE: 'Belgian',
    BA: 'Bosnian',
    GB: 'British',
    BI: 'Burundian',
    CF: 'Central African',
    CA: 'Canadian',
    TD: 'Chadian',
    CN: 'Chinese',
    CD: 'Congolese',
    EG: 'Egyptian',
    ER: 'Eritrean',
    ET: 'Ethiopian',
    PH: 'Filipino|Philippine',
    FR: 'French',
    GE: 'Georgian',
    DE: 'German',
    IN: 'Indian',
    ID: 'Indonesian',
    IR: 'Iranian',
    IQ: 'Iraqi',
    IT: 'Italian',
    JO: 'Jordanian',
    KE: 'Kenyan',
    KP: 'North Korean|DPRK',
    KW: 'Kuwaiti',
    LB: 'Lebanese',
    LY: 'Libyan',
    MY: 'Malaysian',
    ML: 'Malian',
    MR: 'Mauritanian',
    MA: 'Moroccan',
    NE: 'Nigerien',
    NG: 'Nigerian',
    NO: 'Norwegian',
    PK: 'Pakistani',
    PS: 'Palestinian',
    QA: 'Qatari|Qatarian',
    RU: 'Russian',
    RW: 'Rwandan',
    SA: 'Saudi Arabian|Saudi',
    SN: 'Senegalese',
    SO: 'Somali',
    SS: 'South Sudanese',
    SD: 'Sudanese',
    SE: 'Swedish',
    SY: 'Syrian',
    TJ: 'Tajik',
    TZ: 'Tanzanian',
    TT: 'Trinidadian',
    TN: 'Tunisian',
    TR: 'Turkish',
    UG: 'Ugandan',
    UA: 'Ukrainian',
    US: 'American|US',
    UZ: 'Uzbek',
    VE: 'Venezuelan',
    YE: 'Yemeni',
    ZW: 'Zimbabwean',
  }).flatMap(([code, words]) => words.split('|').map((word): [string, string] => [word.toLowerCase(), code])),
)

/** How a people is said to be somebody's. */
const SAID = /\s+(?:citizenship|nationalit(?:y|ies)|nationals?(?:\/citizen)?|by birth)$/i

/** ISO 3166 alpha-2 of a nationality, said as a country or as its people; `undefined` where it is another phrase. */
export function nationOf(text: string): string | undefined {
  const word = text.trim().replace(SAID, '')
  return countryOf(word) ?? DEMONYMS.get(word.toLowerCase())
}

/** The nationalities that a phrase names, `DRC and Belgian nationalities` two; none where it says more than that. */
export function nationsOf(text: string): readonly string[] {
  const phrase = text.replace(/\s*\(.*$/, '').replace(/[.;,]+$/, '')
  const whole = nationOf(phrase)
  if (whole !== undefined) return [whole]
  const parts = phrase.split(' and ').map(nationOf)
  return parts.every((part) => part !== undefined) ? parts : []
}
