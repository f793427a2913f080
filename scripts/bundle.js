// Joins the compiled modules of the command line into few files. Loading some 350 small modules took a good half of the time in which a small
// screening is done, and the hundred pieces that a bundler makes by itself a third. So all that a plain screening loads is two files, of which `match`
// needs one, and what neither needs stays in pieces of its own, which are loaded when they are needed. The worker threads are entries, since they are
// found by their file names; the one that scans has all that it needs in one file, since loading the rest took it 45 ms of 80.
import { rolldown } from 'rolldown'

/** What every screening loads: these modules with all that they import. */
const PLAIN_SCREENING = /dist[\\/](?:cli[\\/](?:commands|screen-command)|screen|report[\\/]table)\.js$/
/** What `match` loads of the cache: these modules with all that they import, nearly all of which a screening needs too. */
const MATCHING =
  /dist[\\/](?:cli[\\/](?:commands|cache-lists|match-command)|cache[\\/]compiled|match[\\/]compiled-bytes)\.js$/
/** `--version` is answered without the rest. */
const VERSION = /dist[\\/]model[\\/]version\.js$/

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
    // Less to parse; names stay, so that a place in the program can be told.
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
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
    ],
  },
)
await write({ 'scan-worker': 'dist/records/scan-worker.js' }, false)
