// Shows the case that the project comes from: runs the real binary on it and prints the command line with what it says.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = 'fixtures/belomo-peleng'
// Findings are what the demo is for: with --fail-on none only a screening that did not work makes it fail.
const words = `
  ${at}/entities.csv -t ${at}/transactions.csv -r ${at}/relations.csv
  -l ${at}/list.csv@2024-07-24 --as-of 2024-07-24 --fail-on none
`
  .trim()
  .split(/\s+/)

process.stdout.write(`$ hopscreen ${words.join(' ')}\n\n`)
const ended = spawnSync(process.execPath, ['bin/hopscreen.js', ...words], { cwd: root, stdio: 'inherit' })
if (ended.error !== undefined) throw ended.error
process.exitCode = ended.status ?? 2
