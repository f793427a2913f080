// Writes src/match/tables/foreign-readings.ts anew from the built tables of words: run it when a table gains words in other letters.
import { writeFileSync } from 'node:fs'
import { foreignTableWords, singleReadings } from '../dist/match/words.js'

const lines = foreignTableWords().map(
  (word) =>
    `  ${JSON.stringify([word, ...singleReadings(word)].join(' '))
      .replaceAll("'", "\\'")
      .replaceAll('"', "'")},`,
)
writeFileSync(
  'src/match/tables/foreign-readings.ts',
  `/**
 * The words of the other tables that are not in plain letters, each with its readings in plain letters. Written by scripts/foreign-readings.js, and
 * held by a test to what romanising them gives.
 */
export const FOREIGN_READINGS: readonly string[] = [
${lines.join('\n')}
]
`,
)
