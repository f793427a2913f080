import { readFileSync, existsSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { compareNames } from '../src/match/compare.js'
import type { PartyType } from '../src/model/record.js'
import { DEFAULT_THRESHOLDS } from '../src/model/thresholds.js'

// Prints precision, recall and F1 at the default threshold, and the best F1, for each labelled set; `--errors <set>` lists its errors.
const FOLDER = '../shared/data/names'
const SETS = [
  'bench-dev',
  'crossscript-dev',
  'company-alias-dev',
  'un-treated-dev',
  'misc-pairs-dev',
  'er-truth-dev',
] as const

interface Row {
  readonly group: string
  readonly name1: string
  readonly name2: string
  readonly type: PartyType
  readonly isMatch: boolean
  readonly quality: string
}

function partyType(schema: string): PartyType {
  if (/person/i.test(schema)) return 'person'
  if (/vessel/i.test(schema)) return 'vessel'
  return schema === 'LegalEntity' ? 'unknown' : 'company'
}

function readSet(name: string): Row[] {
  const rows: Record<string, string>[] = parse(readFileSync(`${FOLDER}/${name}.csv`), { columns: true, bom: true })
  return rows.map((row) => ({
    group: row['schema'] ?? row['type1'] ?? '',
    name1: row['name1'] ?? '',
    name2: row['name2'] ?? '',
    type: partyType(row['schema'] ?? row['type1'] ?? ''),
    isMatch: row['is_match'] === 'true',
    quality: row['quality'] ?? '',
  }))
}

interface Scored extends Row {
  readonly score: number
}

function measure(
  rows: readonly Scored[],
  threshold: number,
): { p: number; r: number; f1: number; fp: number; fn: number } {
  const tp = rows.filter((row) => row.isMatch && row.score >= threshold).length
  const fp = rows.filter((row) => !row.isMatch && row.score >= threshold).length
  const fn = rows.filter((row) => row.isMatch && row.score < threshold).length
  return { p: tp / (tp + fp || 1), r: tp / (tp + fn || 1), f1: (2 * tp) / (2 * tp + fp + fn || 1), fp, fn }
}

function line(label: string, rows: readonly Scored[]): string {
  const { p, r, f1, fp, fn } = measure(rows, DEFAULT_THRESHOLDS.minScore)
  let best = { f1: 0, threshold: 0 }
  for (let threshold = 0.4; threshold < 1; threshold += 0.01) {
    const at = measure(rows, threshold).f1
    if (at > best.f1) best = { f1: at, threshold }
  }
  const cells = [
    rows.length,
    p.toFixed(3),
    r.toFixed(3),
    f1.toFixed(3),
    fp,
    fn,
    `${best.f1.toFixed(3)} at ${best.threshold.toFixed(2)}`,
  ]
  return [label.padEnd(34), ...cells.map((cell) => String(cell).padStart(7))].join(' ')
}

function evaluate(name: string): Scored[] {
  const scored = readSet(name).map((row) => ({
    ...row,
    score: compareNames(row.name1, row.name2, row.type, DEFAULT_THRESHOLDS).score,
  }))
  console.log(line(name, scored))
  for (const group of [...new Set(scored.map((row) => row.group))].sort()) {
    console.log(
      line(
        `  ${group}`,
        scored.filter((row) => row.group === group),
      ),
    )
  }
  const cyrillic = scored.filter((row) => /\p{sc=Cyrillic}/u.test(row.name2))
  if (cyrillic.length > 0) console.log(line('  Cyrillic', cyrillic))
  const strong = scored.filter((row) => row.quality === 'STRONG')
  if (strong.length > 0) console.log(line('  quality STRONG', strong))
  return scored
}

const wanted = process.argv[2] === '--errors' ? process.argv[3] : undefined
if (!existsSync(FOLDER)) console.log(`no labelled sets at ${FOLDER}`)
else {
  console.log(
    ['set'.padEnd(34), 'n', 'P', 'R', 'F1', 'FP', 'FN', 'best']
      .map((cell, i) => (i === 0 ? cell : cell.padStart(7)))
      .join(' '),
  )
  for (const name of SETS) {
    const scored = evaluate(name)
    if (name !== wanted) continue
    const errors = scored.filter(({ isMatch, score }) => isMatch !== score >= DEFAULT_THRESHOLDS.minScore)
    for (const row of errors) {
      console.log(
        `    ${row.isMatch ? 'missed' : 'false '} ${row.score.toFixed(2)} ${row.group}: ${row.name1} | ${row.name2} ${row.quality}`,
      )
    }
  }
}
