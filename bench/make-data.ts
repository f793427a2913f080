import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from './random.js'

/** How much there is of what. */
export interface DataSize {
  readonly links: number
  readonly parties: number
  readonly sources: number
}

export interface DataFiles {
  readonly entities: string
  readonly transactions: string
  readonly list: string
}

const SYLLABLES = 'ka lo vi re ma no tu se di po ran tol vex dim sor pal kem nur bel gos fin tam lur wex jod hap'.split(
  ' ',
)
const FORMS = ['Ltd', 'GmbH', 'Trading LLC', 'Electronics JSC', 'Co., Ltd.', '']
const COUNTRIES = ['CN', 'DE', 'RU', 'BY', 'TR', 'US', 'KZ', 'AE']
const GOODS = ['laser diodes', 'steel flanges', 'optical glass', 'bearings', 'machine parts', '"sensors, infrared"']
/** Words that names are made of: real registers have a few ten thousand. */
const WORDS = 30_000

function writer(path: string): { line(text: string): void; end(): void } {
  const file = openSync(path, 'w')
  let lines: string[] = []
  const flush = (): void => {
    if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`)
    lines = []
  }
  return {
    line(text) {
      if (lines.push(text) >= 10_000) flush()
    },
    end() {
      flush()
      closeSync(file)
    },
  }
}

function makeWords(random: () => number): readonly string[] {
  const words = new Set<string>()
  const syllable = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? ''
  while (words.size < WORDS) {
    const word = Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join('')
    words.add(`${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
  }
  return [...words]
}

/** Two or three words and a legal form, of which no two are the same, also without their spaces: hopscreen takes those for one party. */
export function makeNames(count: number, random: () => number): readonly string[] {
  const words = makeWords(random)
  const taken = new Set<string>()
  const names: string[] = []
  while (names.length < count) {
    // The square makes some words common and most rare.
    const core = Array.from({ length: 2 + Math.floor(random() * 2) }, () => words[Math.floor(random() ** 2 * WORDS)])
    const letters = core.join('').toLowerCase()
    if (taken.has(letters)) continue
    taken.add(letters)
    const form = FORMS[names.length % FORMS.length] ?? ''
    const name = core.join(' ')
    names.push(form === '' ? name : `${name} ${form}`)
  }
  return names
}

const idOf = (party: number): string => `P${String(party).padStart(7, '0')}`
const two = (number: number): string => String(number).padStart(2, '0')
const cell = (text: string): string => (text.includes(',') ? `"${text}"` : text)

/** Writes the files of a size, unless they are there; the same bytes on any machine. */
export function makeData(folder: string, { links, parties, sources }: DataSize): DataFiles {
  const files: DataFiles = {
    entities: join(folder, 'entities.csv'),
    transactions: join(folder, 'transactions.csv'),
    list: join(folder, 'list.csv'),
  }
  if (existsSync(files.list)) return files
  mkdirSync(folder, { recursive: true })
  const random = createRandom(20_241_126)
  const names = makeNames(parties, random)

  const entities = writer(files.entities)
  entities.line('id,name,type,country')
  names.forEach((name, at) => entities.line(`${idOf(at)},${cell(name)},company,${COUNTRIES[at % 8] ?? ''}`))
  entities.end()

  const transactions = writer(files.transactions)
  transactions.line('id,kind,from,to,date,amount,currency,goods')
  for (let row = 0; row < links; row++) {
    // A power law at one end, so that there are hubs; near ranks are no neighbours in the file.
    const from = (Math.floor(random() * parties) * 7919) % parties
    const to = (Math.floor(parties * random() ** 1.5) * 7919) % parties
    const roll = random()
    const kind = roll < 0.65 ? 'supply' : roll < 0.95 ? 'payment' : 'component'
    const date = `${2019 + Math.floor(random() * 5)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`
    const goods = GOODS[Math.floor(random() * GOODS.length)] ?? ''
    transactions.line(`T${row},${kind},${idOf(from)},${idOf(to)},${date},${(random() * 1e6).toFixed(2)},USD,${goods}`)
  }
  transactions.end()

  const list = writer(files.list)
  list.line('id,list,regime,kind,name,type,country')
  for (let at = 0; at < sources; at++) {
    const party = Math.floor(((at + 0.5) * parties) / sources)
    list.line(`E${at},US,us,asset-freeze,${cell(names[party] ?? '')},company,${COUNTRIES[party % 8] ?? ''}`)
  }
  list.end()
  return files
}
