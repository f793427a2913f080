/**
 * How surprising a character is in the names, places and goods of records, in bits (the binary logarithm of one in how
 * many). The letters of Russian have the frequencies of running text; the others stand in a few classes, which is
 * enough: a wrong code page makes characters that are rarer by a factor of thousands.
 */
export type LetterBits = ReadonlyMap<string, number>

function classes(...rows: readonly (readonly [bits: number, letters: string])[]): Map<string, number> {
  const bits = new Map<string, number>()
  for (const [its, letters] of rows) for (const letter of letters) if (!bits.has(letter)) bits.set(letter, its)
  return bits
}

/** Western Europe: German, French, Spanish, Italian, Portuguese, and the Nordic languages. */
export const WESTERN: LetterBits = classes([5, 'äöüßéèêàçñóíáôâî'], [6.5, 'øåæãõòìùúëïûœ'], [10, 'ýðþšžÿªº'])

/** Central Europe: Polish, Czech, Slovak, Hungarian, Croatian, Romanian; German is written there too. */
export const CENTRAL: LetterBits = classes([5.5, 'áéíóúýčřšžěůłąęśćńżźöüőűäôďťňľßâîă'], [7, 'đçëşţĺŕ'])

export const TURKISH: LetterBits = classes([4, 'ığşçöü'], [7, 'âîûé'])

export const RUSSIAN: LetterBits = classes(
  [3.3, 'о'],
  [3.6, 'еа'],
  [3.9, 'ин'],
  [4.1, 'тс'],
  [4.5, 'рвл'],
  [5, 'кмдпу'],
  [5.8, 'яыьгзб'],
  [6.4, 'чйхжі'],
  [7.5, 'шюцщ'],
  [8.5, 'эф'],
  [10, 'ъёїєґў'],
)

/** What stands in a third of all names of Chinese companies, places and columns. */
const COMPANY_HANZI =
  '有限公司责任股份集团科技技术贸易工业电子国际进出口中国天津北京上海深圳广州山东江苏浙江省市区新能源光学精密仪器机械设备材料化工制造发展投资实业商务信息服务研究所大学院厂名称编号国家地址日期金额货物类型供应商客户重庆成都武汉南京西安青岛大连宁波厦门香港银行分行行物流运输通讯自动化系统'
const COMPANY_TRADITIONAL =
  '有限公司責任股份集團科技術貿易工業電子國際進出口中國台灣香港銀行企業實業機械新北市區路號名稱'
const COMPANY_HANGUL = '주식회사한국전자산업무역상사화학은행공대우삼성유기서울부산번호이름주소국가'
const COMPANY_KANJI = '株式会社有限商事工業電機製作所日本東京大阪銀行産業物産会'

/** The characters that a row of lead bytes and trail bytes of a double-byte set decode to. */
function plane(encoding: string, leads: readonly [number, number], trails: readonly [number, number]): string {
  const bytes: number[] = []
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = trails[0]; trail <= trails[1]; trail++) bytes.push(lead, trail)
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes))
}

const KANA = 'ぁ-ヿ'
const isKana = new RegExp(`[${KANA}]`)

/**
 * GB 2312 has its 3,755 common characters in the rows from B0 and 3,008 others in those from D8; beyond it GBK has the
 * traditional ones, of which Big5 knows the common.
 */
export function chineseBits(): LetterBits {
  return classes(
    [6, COMPANY_HANZI],
    [12, plane('gb18030', [0xb0, 0xd7], [0xa1, 0xfe])],
    [16, plane('big5', [0xa4, 0xc6], [0x40, 0xfe])],
    [17, plane('gb18030', [0xd8, 0xf7], [0xa1, 0xfe])],
    [9, '（）、，。·：；—《》　＆－．'],
  )
}

/** Big5 has its 5,401 common characters in the rows from A4. */
export function traditionalBits(): LetterBits {
  return classes([6, COMPANY_TRADITIONAL], [12.5, plane('big5', [0xa4, 0xc6], [0x40, 0xfe])], [9, '（）、，。．：　'])
}

export function koreanBits(): LetterBits {
  return classes([6, COMPANY_HANGUL], [11, plane('euc-kr', [0xb0, 0xc8], [0xa1, 0xfe])])
}

export function japaneseBits(): LetterBits {
  const rows = plane('shift_jis', [0x82, 0x97], [0x40, 0xfc])
  return classes(
    [6, COMPANY_KANJI],
    [7, [...rows].filter((letter) => isKana.test(letter)).join('') + 'ー・'],
    [12.5, rows],
  )
}
