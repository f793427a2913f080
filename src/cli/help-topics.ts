import { FORMATS, type Format } from '../report/render.js'

/** What a topic is about, and all that there is to say of it. */
export interface HelpTopic {
  readonly word: string
  readonly about: string
  readonly text: string
}

const EXIT_CODES = `Exit codes

  0  The screening is complete, and nothing that --fail-on names was found.
  1  The same, and something was.
  2  It is not complete, or can't be trusted: wrong usage, an unreadable file, nothing to screen, a bad row,
     an empty or stale list. It wins over 1. Where a report can still be given, it is, with "complete": false.

What makes it 1 (--fail-on):

  any        every finding but "intermediary", and "routed" that is wholly before the designation (default)
  all        every finding
  confirmed  as any, and only what is confirmed
  listed     parties that are listed, or owned by listed ones
  none       nothing: a 2 still means that something went wrong

  --fail-hops 2     of exposed parties, only those fewer than 2 hops away
  --decisions d.json    what is waived does not count
  --baseline old.json   only what is new or worse counts

What keeps it from 2:

  --max-bad 5, --max-bad 1%   so many rejected rows; they are reported, and "complete" stays false
What makes it 2 besides:

  --strict             a row with a value that could not be read
  --max-list-age 7     a list that is older, or of unknown day

In a script:

  hopscreen vendors.csv -t ledger.csv -l lists/ || test $? -eq 1   # stop at 2, go on at 1
`

const HOPS = `Hops

A party is flagged when it is fewer than N hops from a source (--hops N, default 4). A source is a party held to be on a list
that freezes assets or controls exports, or one that such parties own.

  Goods are followed, not just any line: up the supply chain (who supplied the source, who supplied them), and separately
  down it (who bought from it). A walk never turns round: two vendors of one innocent customer are not near each other.

  supply     one hop; a payment from buyer to seller is the other side of it, and the same hop
  component  one hop, from its maker to who builds it in
  owns, controls, member-of, officer-of, acts-with   one hop, walked either way
  same-as    none

  Not a hop: who only handled a deal (via: banks, forwarders, brokers). It gets a finding of its own.
  Reached and not walked through: public bodies, officers who are persons, your own company (--self),
  names of no one ("unknown", "to order"), hubs (--hub-limit).
  A stake known to be under 10 % (--min-stake) is no hop.

  Morotack ─supply→ Diaproektor ─supply→ Peleng        Morotack is at 2 hops: flagged by --hops 3, not by --hops 2

Arrows point as the record does. hopscreen explain <party> shows the evidence of each, and what would change the verdict.
`

const FORMAT_TEXT: Readonly<Record<Format, string>> = {
  table: 'for a person: the verdict, findings by target, what was read (the default)',
  json: 'the whole report as one document (hopscreen schema report); the record to keep, and the --baseline of the next run',
  jsonl: 'a line a finding, problem or signal; the last line is the summary, without which the stream was cut off',
  csv: 'a row a finding; no cell runs in a spreadsheet',
  markdown: 'for a merge request: details folded, and nothing of a record live',
  sarif: 'for code scanning (SARIF 2.1.0): each finding at the row that proves it, its chain as a flow',
  junit: 'for the test tab of a CI server: a case for each screened party, clear ones too',
  dot: 'the flagged part of the graph, for Graphviz',
}

function formatsText(): string {
  const each = FORMATS.map((format) => `  ${format.padEnd(10)}${FORMAT_TEXT[format]}\n`)
  return `Formats

${each.join('')}
  -f json                        standard output gets it
  -o report.json -o report.md    files as well; the extension tells the format: .json .jsonl .csv .txt .md .sarif .xml .dot
  -o sarif=results.json          or a word before the name does

A file is written whole or not at all, and never over one that is read. Warnings and progress go to standard error.
`
}

const RECORDS = `Records

CSV with a header, JSON Lines or a JSON array, plain or gzipped; comma, semicolon, tab or bar. "-" is standard input.

  entities      id, name, type, country, aliases, identifiers, address, founded              only name is needed
  transactions  id, kind, from, to, date, amount, currency, goods, hs_code, quantity, via    both ends and the kind are needed
  relations     id, kind, from, to, percent, basis, since, until                             the same
  own list      id, list, regime, kind, name, type, country, aliases, identifiers, programs, listed_on, delisted_on, url

  from and to: seller and buyer of a supply, payer and payee of a payment, maker and integrator of a component, owner and
  owned, member and group; each is an entity's id, else its name. Columns seller/buyer, payer/payee and the like give the kind.
  via: who handled it. Several values of a cell stand with ";" between them. An identifier is scheme:value, as lei:… or imo:….
  Dates are 2024, 2024-03 or 2024-03-17, and are kept as exact as they are.

A row that can't be used is rejected, and makes the exit code 2; a value that can't be read is dropped, and said. Other names
of columns, other dates and decimal commas: --map, or the files of a config. --dry-run shows how everything is understood.

  hopscreen init      writes files of each kind to begin from
  hopscreen schema    prints the JSON Schema of each
`

const CACHE = `The cache of lists

  -l sdn.csv@2024-01-31   a file, and the day that it is of where it does not say it; recognised by its content
  -l lists/               all list files of a folder
  -l cache:eu             a list of the cache; cache: is all of them, cache:eu@2024-01-31 the version of a day
  (none)                  the cache

  hopscreen lists update            fetches the official lists: ofac-sdn, ofac-consolidated, us-csl, eu, uk, un
  hopscreen lists import <file>     takes one by hand, such as a list of your own
  hopscreen lists status            day, age, hash, entries and source of each; every hash is made anew
  hopscreen lists diff <old> <new>  what came, went and changed; with --entities also whom of yours it concerns
  hopscreen lists prune             takes away what no record has to keep

What comes is checked before it takes the place of the one before: that it is whole, the same list in the same format, not older,
and has not lost more than a tenth of its entries. Where it is not, the one before stays, it is said, and the exit code is 2.

  --as-of 2024-01-31      takes the version of that day, or the last before it
  --max-list-age 7        makes it 2 where a list is older
  HOPSCREEN_CACHE         where the cache is
  HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS    how lists update reaches the network; nothing else does
`

export const HELP_TOPICS: readonly HelpTopic[] = [
  { word: 'exit-codes', about: 'what 0, 1 and 2 mean, and what decides them', text: EXIT_CODES },
  { word: 'hops', about: 'what counts as near', text: HOPS },
  { word: 'formats', about: 'what a report can be written as', text: formatsText() },
  { word: 'records', about: 'what the files hold', text: RECORDS },
  { word: 'cache', about: 'where lists come from, and which version counts', text: CACHE },
]
