import type { Problem } from '../../model/problem.js'

const SAMPLES = 3

/** A delimiter is only told for sure with the header, which is looked for later: other signs between cells are heeded too. */
const BETWEEN_CELLS = /[\t|;]| {3,}/

function cellsOf(lines: readonly string[], delimiter: string): readonly string[] {
  return lines
    .flatMap((line) => line.split(delimiter))
    .flatMap((cell) => cell.split(BETWEEN_CELLS))
    .map((cell) => cell.replaceAll('"', '').trim())
}

/** Names to show from a text, those outside ASCII first; fewer than three where it has no more. */
function sampleNames(sample: string, delimiter: string): readonly string[] {
  const lines = sample.split('\n').filter((line) => line.trim() !== '')
  const named = [...new Set(cellsOf(lines, delimiter))].filter((cell) => /\p{L}{2}/u.test(cell) && cell.length <= 120)
  const foreign = named.filter((cell) => /[^\0-\u007f]/.test(cell))
  return [...foreign, ...named.filter((cell) => !foreign.includes(cell))].slice(0, SAMPLES)
}

/** The warning that an encoding was told by content, with names by which a person sees whether rightly. */
export function encodingGuessed(file: string, encoding: string, sample: string, delimiter: string): Problem {
  const names = sampleNames(sample, delimiter).map((name) => JSON.stringify(name))
  const shown = names.length === 0 ? '' : `, such as ${names.join(', ')}`
  return {
    severity: 'warning',
    code: 'encoding-guessed',
    message: `the file is no UTF-8 and was read as ${encoding}, told by its content${shown}`,
    hint: 'where these names are not spelt so, say the encoding: --encoding <name>',
    file,
  }
}

/** The warning that a told encoding was not taken, because the file shows that it is UTF-8. */
export function encodingContradicted(file: string, told: string): Problem {
  const message = `the file is UTF-8 and was read as that, although ${told} was told`
  return { severity: 'warning', code: 'encoding-contradicted', message, file }
}
