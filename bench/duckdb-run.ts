import { DuckDBInstance } from '@duckdb/node-api'
import { createClock, digestOf, leaveOutcome } from './outcome.js'

// The same job in SQL, on the same files: node duckdb-run.js <folder> <hops> <threads> <outcome>
const [folder = '', hops = '4', threads = '2', outcome = ''] = process.argv.slice(2)
const clock = createClock()
const instance = await DuckDBInstance.create(':memory:', { threads })
const db = await instance.connect()
const run = (sql: string) => db.run(sql)
const csv = (name: string) => `read_csv('${folder}/${name}.csv', header = true, all_varchar = true)`

clock.next('reading entities')
await run(`create table party as select id, name, country from ${csv('entities')}`)
await run(
  `create table source as select p.rowid as party from party p join ${csv('list')} l on lower(l.name) = lower(p.name)`,
)

clock.next('reading transactions')
// An id is asked for by rowid: a row_number() over all rows takes twice as long.
await run(`create table link as
  select x.id, x.kind, case when x.kind = 'payment' then t.rowid else f.rowid end as seller,
    case when x.kind = 'payment' then f.rowid else t.rowid end as buyer,
    try_cast(x.date as date) as day, try_cast(x.amount as decimal(18, 2)) as amount, x.currency, x.goods
  from ${csv('transactions')} x join party f on f.id = x."from" join party t on t.id = x."to"
  where x.kind in ('supply', 'payment', 'component')`)

clock.next('walking')
async function walk(name: string, from: string, to: string): Promise<void> {
  await run(`create table ${name} as select distinct party, 0 as hops from source`)
  for (let level = 1; level < Number(hops); level++) {
    await run(`insert into ${name} select distinct l.${to}, ${level} from link l
      join ${name} w on w.party = l.${from} and w.hops = ${level - 1}
      where l.${to} not in (select party from ${name})`)
  }
}
await walk('up', 'buyer', 'seller')
await walk('down', 'seller', 'buyer')

clock.next('reading evidence')
// Each party's next one, the first by id, and every link between the two.
async function chains(name: string, from: string, to: string): Promise<void> {
  await run(`create table next_${name} as
    select w.party, w.hops, min(l.${from}) as nearer from ${name} w join link l on l.${to} = w.party
    join ${name} n on n.party = l.${from} and n.hops = w.hops - 1 where w.hops > 0 group by all`)
  await run(`create table step_${name} as
    select s.party, s.hops, s.nearer, l.id, l.kind, l.day, l.amount, l.currency, l.goods
    from next_${name} s join link l on l.${to} = s.party and l.${from} = s.nearer`)
}
await chains('up', 'buyer', 'seller')
await chains('down', 'seller', 'buyer')
await run(`create table found as select party, min(hops) as hops from (from up union all from down) group by party`)

clock.next('writing')
for (const name of ['up', 'down']) {
  await run(`copy (select p.id as party, p.name, s.hops, n.id as nearer, n.name as nearer_name, list({'id': s.id, 'kind': s.kind,
    'day': s.day, 'amount': s.amount, 'currency': s.currency, 'goods': s.goods}) as evidence
    from step_${name} s join party p on p.rowid = s.party join party n on n.rowid = s.nearer group by all)
    to '${folder}/duckdb-${name}.json' (format json)`)
}
const measured = clock.end()
const rows = await db.runAndReadAll(
  `select p.id || ' ' || f.hops as line from found f join party p on p.rowid = f.party`,
)
const lines = rows.getRows().map(([line]) => String(line))
leaveOutcome(outcome, { ...measured, found: lines.length, digest: digestOf(lines) })
