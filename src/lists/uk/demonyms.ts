import { countryOf } from '../countries.js'

/** Nationalities as OFSI wrote them, where it did not write the country. */
const DEMONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AF: 'Afghan|Afghani',
    DZ: 'Algerian',
    BD: 'Bangladeshi',
    BY: 'Belarusian',
    BE: 'Belgian',
    BA: 'Bosnian',
    GB: 'British',
    BI: 'Burundian',
    CF: 'Central African',
    TD: 'Chadian',
    CN: 'Chinese',
    CD: 'Congolese',
    EG: 'Egyptian',
    ER: 'Eritrean',
    ET: 'Ethiopian',
    PH: 'Filipino|Philippine',
    FR: 'French',
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
    QA: 'Qatari',
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
    US: 'American',
    UZ: 'Uzbek',
    VE: 'Venezuelan',
    YE: 'Yemeni',
    ZW: 'Zimbabwean',
  }).flatMap(([code, words]) => words.split('|').map((word): [string, string] => [word.toLowerCase(), code])),
)

/** ISO 3166 alpha-2 of a nationality, said as a country or as its people; `undefined` where the phrase says more than one thing. */
export function demonymCountry(text: string): string | undefined {
  const word = text
    .replace(/\s*\(.*$/, '')
    .replace(/[.;,]+$/, '')
    .trim()
  return countryOf(word) ?? DEMONYMS.get(word.toLowerCase())
}
