// Joins the compiled modules of the command line into a few files. Loading some 220 small modules took a good half of the time in which a small
// screening is done; what a run does not need stays in pieces of its own, which are loaded when it does. The worker threads are entries, since they
// are found by their file names.
import { build } from 'esbuild'

await build({
  entryPoints: {
    main: 'dist/cli/main.js',
    'scan-worker': 'dist/records/scan-worker.js',
    'match-worker': 'dist/parties/match-worker.js',
  },
  outdir: 'dist/bundle',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  // Less to parse; names stay, so that a place in the program can be told.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
})
