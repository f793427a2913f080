import { readFileSync, writeFileSync } from 'node:fs'
import { floorTable, machine, runTable, stageTable, type Figures } from './page.js'

const PAGE = 'docs/PERFORMANCE.md'
const BEGIN = '<!-- figures -->'
const END = '<!-- /figures -->'

/** Puts the figures between the marks of the page; what stands around them is written by hand. */
export function writePage({ runs, floors }: Figures): void {
  const page = readFileSync(PAGE, 'utf8')
  const [before = '', rest = ''] = page.split(BEGIN)
  const [, after = ''] = rest.split(END)
  const figures = `Machine: ${machine()}.\n\n${runTable(runs)}\n\n${runs.map(stageTable).join('\n\n')}\n\nFloors, in seconds:\n\n${floorTable(floors)}`
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${figures}\n\n${END}${after}`)
}
