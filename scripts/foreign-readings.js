// Writes src/match/tables/foreign-readings.ts anew from the built tables of words: run it when a table gains words in other letters.
import { writeFileSync } from 'node:fs'
import { romanisedPhrases, singleReadings } from '../dist/match/kept-readings.js'
import { foreignPhrases } from '../dist/match/legal-forms.js'
import { foreignTableWords, slavicStems } from '../dist/match/words.js'

function table(name, comment, lines) {
  const texts = lines.map((line) => `  ${JSON.stringify(line).replaceAll("'", "\\'").replaceAll('"', "'")},`)
  return `/** ${comment} */\nexport const ${name}: readonly string[] = [\n${texts.join('\n')}\n]\n`
}

writeFileSync(
  'src/match/tables/foreign-readings.ts',
  `// Written by scripts/foreign-readings.js, and held by a test to what romanising gives.

${table(
  'FOREIGN_READINGS',
  'The words of the other tables that are not in plain letters, each with its readings in plain letters.',
  foreignTableWords().map((word) => [word, ...singleReadings(word)].join(' ')),
)}
${table(
  'PHRASE_READINGS',
  'The same of phrases of legal forms.',
  foreignPhrases().map((phrase) => [phrase, ...romanisedPhrases(phrase).map((words) => words.join(' '))].join('|')),
)}
${table(
  'SLAVIC_STEMS',
  'Of each concept the first letter of its first Slavic word, and the stems of its Slavic words.',
  slavicStems(),
)}`,
)
