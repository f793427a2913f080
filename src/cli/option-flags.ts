import type { Command } from 'commander'

/** What commander gives for the options of a command: text as it was typed, read by `screen-options.ts`. */
export interface OutputFlags {
  readonly format?: string
  readonly output?: readonly string[]
  readonly color?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

export interface ScoreFlags {
  readonly minScore?: string
  readonly confirmScore?: string
  readonly swappedMarker?: string
}

export interface EncodingFlag {
  readonly encoding?: string
}

export interface ConfigFlag {
  readonly config?: string
}

export interface CompareFlags extends OutputFlags, ScoreFlags, EncodingFlag, ConfigFlag {
  readonly pairs?: string
}

export interface MatchFlags extends OutputFlags, ScoreFlags, EncodingFlag, ConfigFlag {
  readonly list?: readonly string[]
  readonly asOf?: string
  readonly failOn?: string
  readonly maxBad?: string
  readonly strict?: boolean
  readonly onlyLists?: string
  readonly onlyPrograms?: string
  readonly maxListAge?: string
}

export interface ScreenFlags extends MatchFlags {
  readonly transactions?: readonly string[]
  readonly relations?: readonly string[]
  readonly only?: string
  readonly self?: string
  readonly hops?: string
  readonly direction?: string
  readonly kinds?: string
  readonly spread?: string
  readonly exactNames?: boolean
  readonly minStake?: string
  readonly ownership?: string
  readonly since?: string
  readonly until?: string
  readonly chronological?: boolean
  readonly hubLimit?: string
  readonly failHops?: string
  readonly delimiter?: string
  readonly map?: readonly string[]
  readonly dryRun?: boolean
  readonly decisions?: string
  readonly baseline?: string
}

export interface DecideFlags extends ScreenFlags {
  readonly same?: boolean
  readonly notSame?: boolean
  readonly waive?: boolean
  readonly entry?: readonly string[]
  readonly reason?: string
  readonly expires?: string
  readonly by?: string
  readonly check?: boolean
}

/** Of an option that is repeatable, all values in their order. */
export const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
]

export function addEncodingFlag(command: Command): Command {
  return command.option(
    '--encoding <name>',
    'of files whose encoding is not told by their content, such as windows-1251',
  )
}

/** The files of records. */
function addRecordFlags(command: Command): Command {
  command
    .optionsGroup('Records:')
    .option('-t, --transactions <file>', 'supplies, payments, components; repeatable', collect)
    .option('-r, --relations <file>', 'ownership, control, membership; repeatable', collect)
    .option('--only <file>', 'report these parties alone, walking the whole graph')
    .option('--self <party>', 'your own company: reported, never walked through; stands in for a missing end of a row')
    .option('--exact-names', 'bring records together by equal names only, without folding')
  return addEncodingFlag(command)
    .option('--delimiter <c>', 'what stands between the cells of CSV: one character, or "tab"')
    .option('--map <field=column,…>', 'which columns hold which fields, in files that have them; repeatable', collect)
    .option('--config <file>', CONFIG_HELP)
}

export function addListFlags(command: Command): Command {
  command
    .optionsGroup('Lists and matches:')
    .option(
      '-l, --list <path[@date]>',
      'a list file, or a folder of them, and the day it is of; repeatable (default: the cache, see hopscreen lists)',
      collect,
    )
    .option('--only-lists <names>', 'count the entries of these lists alone, with commas between')
    .option('--only-programs <names>', 'count the entries of these programmes alone, with commas between')
    .option('--max-list-age <days>', 'an older list, or one whose day is unknown, makes the exit code 2')
    .option('--as-of <date>', 'lists, links and stakes as they stood on that day (default: today in UTC)')
  return addScoreFlags(command)
}

const CONFIG_HELP = 'a config (default: hopscreen.config.json in the working directory)'

export function addConfigFlag(command: Command): Command {
  return command.option('--config <file>', CONFIG_HELP)
}

export function addScoreFlags(command: Command): Command {
  return command
    .option('--min-score <0..1>', 'from where a name match is possible')
    .option('--confirm-score <0..1>', 'from where a name match is confirmed')
    .option(
      '--swapped-marker <contradicts|slip>',
      'what another series marker or place is (Fund III for Fund IV; default: contradicts)',
    )
}

function addWalkFlags(command: Command): Command {
  return command
    .option('--spread <confirmed|possible>', 'which matches are sources (default: confirmed)')
    .optionsGroup('The walk:')
    .option('-n, --hops <N>', 'flag parties fewer than N hops away (default: 4)')
    .option('--direction <suppliers|customers|both>', 'which walk (default: both)')
    .option('--kinds <kinds>', 'which links are walked, such as supply,payment (default: all)')
    .option('--since <date>', 'links of that day and later')
    .option('--until <date>', 'links of that day and earlier')
    .option('--chronological', 'only chains whose legs can have happened in that order')
    .option('--min-stake <percent>', 'a smaller stake is no step (default: 10)')
    .option('--ownership <regimes>', 'whose rules say who is owned: us, eu, uk, or none (default: those of the lists)')
    .option('--hub-limit <N>', 'do not walk through a party with more than N counterparties')
}

export function addExitFlags(command: Command): Command {
  return command
    .optionsGroup('The exit code:')
    .option('--fail-on <any|all|confirmed|listed|none>', 'what makes it 1 (default: any)')
    .option('--max-bad <n|n%>', 'so many rejected rows do not make it 2 (default: 0)')
    .option('--strict', 'a degraded row makes it 2 too')
}

function addFailHopsFlag(command: Command): Command {
  return command.option(
    '--fail-hops <N>',
    'of exposed parties, only those fewer than N hops away (default: that of --hops)',
  )
}

export function addOutputFlags(command: Command, formats: readonly string[]): Command {
  return command
    .optionsGroup('Output:')
    .option('-f, --format <name>', `what standard output gets: ${formats.join(', ')} (default: table)`)
    .option(
      '-o, --output <[format=]file>',
      'a report into a file as well; the extension tells the format; repeatable',
      collect,
    )
    .option('--color', 'colour even where there is no terminal')
    .option('--no-color', 'no colour')
    .option('-q, --quiet', 'no warnings, no progress')
    .option('-v, --verbose', 'every problem, and where in the program an internal error arose')
}

function addEarlierFlags(command: Command): Command {
  command
    .optionsGroup('What was before:')
    .option('--decisions <file>', DECISIONS_TEXT[command.name()] ?? 'decisions already made')
  if (command.name() !== 'screen') return command
  return command.option('--baseline <report>', 'an earlier JSON report: show and count only what is new or worse')
}

const DECISIONS_TEXT: Readonly<Record<string, string>> = {
  decide: 'the file of decisions (default: hopscreen.decisions.json)',
}

/** What a command that changes a file of ours says besides. */
function addSpeechFlags(command: Command): Command {
  return command
    .optionsGroup('Output:')
    .option('--color', 'colour even where there is no terminal')
    .option('--no-color', 'no colour')
    .option('-q, --quiet', 'no warnings, no progress')
    .option('-v, --verbose', 'every problem, and where in the program an internal error arose')
}

/** All of `screen` and `explain`; `decide` gives no report, and has no formats. */
export function addScreenFlags(command: Command, formats: readonly string[]): Command {
  addRecordFlags(command)
  if (command.name() === 'screen') {
    command.option('--dry-run', 'read and map everything, screen nothing, and say what would be screened')
  }
  addListFlags(command)
  addWalkFlags(command)
  if (formats.length > 0) addFailHopsFlag(addExitFlags(command))
  addEarlierFlags(command)
  return formats.length === 0 ? addSpeechFlags(command) : addOutputFlags(command, formats)
}
