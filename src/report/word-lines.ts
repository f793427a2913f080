import type { ComparedWord } from '../model/compared-word.js'
import { line } from './line.js'
import type { Line, Tone } from './line.js'

const PARTS: Readonly<Record<ComparedWord['part'], { readonly label: string; readonly tone: Tone }>> = {
  agrees: { label: 'agrees', tone: 'faint' },
  contradicts: { label: 'against', tone: 'caution' },
  omitted: { label: 'left out', tone: 'faint' },
  'set-aside': { label: 'set aside', tone: 'faint' },
}
const LABEL_COLUMNS = 'set aside'.length

function numbers({ part, weight, similarity }: ComparedWord): string {
  if (part === 'set-aside') return ''
  return part === 'agrees'
    ? `weight ${weight.toFixed(2)}, ${Math.round(similarity * 100)} %`
    : `weight ${weight.toFixed(2)}`
}

/** The words of two names: which agreed, how and with what weight, what was left over or stood against it, what was set aside. */
export function wordLines(words: readonly ComparedWord[], indent: number): Line[] {
  return words.map((word) => {
    const { label, tone } = PARTS[word.part]
    const texts = [word.first, word.second].filter((text) => text !== '').map((text) => `"${text}"`)
    return line(indent, [
      { text: label, tone, pad: LABEL_COLUMNS },
      { text: texts.join(' = ') },
      { text: word.how, tone: 'faint' },
      { text: numbers(word), tone: 'faint' },
    ])
  })
}
