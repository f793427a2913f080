/** How the names of the months begin in English, German, French and Russian. */
const STEMS: readonly string[] = [
  'jan янв',
  'feb fev фев',
  'mar mrz maer мар',
  'apr avr апр',
  'may mai май мая',
  'jun juin июн',
  'jul juil июл',
  'aug aou авг',
  'sep сен',
  'oct okt окт',
  'nov ноя',
  'dec dez дек',
]

function fold(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

let byStem: readonly (readonly [stem: string, month: number])[] | undefined
function monthsByStem() {
  return (byStem ??= STEMS.flatMap((line, at) => line.split(' ').map((stem): [string, number] => [fold(stem), at + 1])))
}

/** The month of a name, whole or cut to three letters or more; `undefined` where it is none. */
export function monthOf(word: string): number | undefined {
  const folded = fold(word)
  return monthsByStem().find(([stem]) => folded.startsWith(stem))?.[1]
}
