import { existsSync } from 'node:fs'
import { DEFAULT_THRESHOLDS } from '../src/model/thresholds.js'
import { NAMES_FOLDER, scoreSet } from './names/labelled-sets.js'
import { runLists } from './names/list-runs.js'
import { pageText, writePage } from './names/page.js'
import { scoreRecords } from './names/record-pairs.js'

// Prints how right the matcher is on all labelled sets and writes the figures into docs/MATCHING.md; `--errors <set>` lists a
// set's errors instead.
const SETS = ['bench-dev', 'crossscript-dev', 'company-alias-dev', 'un-treated-dev', 'misc-pairs-dev', 'er-truth-dev']

function printErrors(set: string): void {
  for (const { score, isMatch, schema, name1, name2 } of scoreSet(set)) {
    if (isMatch === score >= DEFAULT_THRESHOLDS.minScore) continue
    console.log(`${isMatch ? 'missed' : 'false '} ${score.toFixed(2)} ${schema}: ${name1} | ${name2}`)
  }
}

function evaluate(): void {
  const sets = new Map(SETS.map((set) => [set, scoreSet(set)]))
  const queries = [...sets.values()].flat()
  const text = pageText(sets, scoreRecords(), runLists(queries))
  console.log(text)
  writePage(text)
}

const wanted = process.argv[2] === '--errors' ? process.argv[3] : undefined
if (!existsSync(NAMES_FOLDER)) console.log(`no labelled sets at ${NAMES_FOLDER}`)
else if (wanted === undefined) evaluate()
else printErrors(wanted)
