// Joins the compiled modules of the command line into few files. Loading some 350 small modules took a good half of the time in which a small
// screening is done, and the hundred pieces that a bundler makes by itself a third. So all that a plain screening loads is two files, of which `match`
// needs one, and what neither needs stays in pieces of its own, which are loaded when they are needed. The worker threads are entries, since they are
// found by their file names; those that scan and that build the graph have all that they need in one file each, since loading the rest took the first
// 45 ms of 80.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const DIGEST = 'model/build-digest.js'

/** The hash of all compiled modules, by their paths and in the order of these. */
function digestOf(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.replaceAll('\\', '/'))
  const hash = createHash('sha256')
  for (const path of paths.toSorted((a, b) => (a < b ? -1 : 1)))
    if (path !== DIGEST && !path.startsWith('bundle/'))
      hash.update(`${path}\0`).update(readFileSync(join(folder, path)))
  return hash.digest('hex')
}

writeFileSync(join('dist', DIGEST), `export const BUILD_DIGEST = '${digestOf('dist')}'\n`)

/** What every screening loads: these modules with all that they import. */
const PLAIN_SCREENING = /dist[\\/](?:cli[\\/](?:commands|screen-command)|screen|report[\\/]table)\.js$/
/** What `match` loads of the cache: these modules with all that they import, nearly all of which a screening needs too. */
const MATCHING =
  /dist[\\/](?:cli[\\/](?:commands|cache-lists|match-command)|cache[\\/]compiled|match[\\/]compiled-bytes)\.js$/
/** What files of records load that are worth a scan: these modules with all that they import, in one piece. */
const SCANNING = /dist[\\/](?:records[\\/]scanners|intake[\\/](?:scanned|read-at-places))\.js$/
/** `--version` is answered without the rest: these are all that the program begins with. */
const VERSION =
  /dist[\\/](?:model[\\/](?:version|error-facts)|columns[\\/]too-many|cli[\\/](?:last-words|write-trouble))\.js$/

async function write(input, codeSplitting) {
  const bundle = await rolldown({
    input,
    external: /^[^./]/,
    platform: 'node',
    // That one piece imports another at once and a third only when it needs it is meant.
    checks: { ineffectiveDynamicImport: false },
    logLevel: 'warn',
  })
  await bundle.write({
    dir: 'dist/bundle',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Less to parse, 10 ms of a small screening; functions keep their names, so that a place in the program can be told.
    minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
    codeSplitting,
  })
  await bundle.close()
}

await write(
  { main: 'dist/cli/main.js', 'match-worker': 'dist/parties/match-worker.js' },
  {
    groups: [
      { name: 'version', test: VERSION, priority: 3 },
      { name: 'matching', test: MATCHING, priority: 2 },
      { name: 'screening', test: PLAIN_SCREENING, priority: 1 },
      { name: 'scanning', test: SCANNING, priority: 0 },
    ],
  },
)
await write({ 'scan-worker': 'dist/records/scan-worker.js' }, false)
await write({ 'graph-worker': 'dist/graph/graph-worker.js' }, false)
