import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Known } from '../fetch/answer.js'
import type { Client } from '../fetch/client.js'
import { fetchFile, type Clock } from '../fetch/fetch-file.js'
import type { ListSource, SourceFile } from '../lists/sources.js'
import { dayAt, formatDay, MS_PER_DAY } from '../model/date.js'
import type { ListOutcome, Version, VersionFile } from '../model/list-cache.js'
import type { Problem } from '../model/problem.js'
import { writeBody } from './body.js'
import { readChecked, writeChecked, type Checked } from './checked.js'
import type { Demands } from './check.js'
import { failedWith, settle, type Settled } from './settle.js'
import { closeStaging, openStaging } from './staging.js'
import { loadStaged } from './staged-list.js'
import { folderOf, readStored } from './store.js'
import { keepAcceptance, unacceptedTerms } from './terms.js'
import { changeOf } from './verify.js'

/** How far to go for a list. */
export interface UpdateHow extends Demands {
  readonly client: Client
  readonly clock: Clock
  readonly acceptTerms: boolean
  readonly retries: number
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly progress: (name: string, bytes: number, of?: number) => void
}

/** Fetches one list, checks it, and gives it its place. Rejects only for what the disk does. */
export async function updateList(cache: string, source: ListSource, how: UpdateHow): Promise<Settled> {
  const stored = await readStored(cache, source.name)
  const newest = stored.lists[0]?.versions.at(-1)
  const terms = await unacceptedTerms(cache, source, how.acceptTerms)
  if (terms !== undefined) return { outcome: failedWith(source.name, newest), problems: [terms] }
  const staged = await openStaging(cache)
  try {
    return await bring(cache, staged, source, newest, how)
  } finally {
    await closeStaging(staged)
  }
}

async function bring(
  cache: string,
  staged: string,
  source: ListSource,
  newest: Version | undefined,
  how: UpdateHow,
): Promise<Settled> {
  const { name } = source
  const asked = how.clock.now()
  const base = newest === undefined ? undefined : await usable(cache, newest)
  const fetched: FetchedPart[] = []
  for (const file of source.files) {
    const part = await fetchPart(cache, staged, source, file, base, how)
    if ('severity' in part) return { outcome: failedWith(name, newest), problems: [part] }
    fetched.push(part)
  }
  if (how.acceptTerms) await keepAcceptance(cache, source, new Date(asked).toISOString())
  const checked = (hash: string): Promise<void> => writeChecked(cache, name, checkedOf(fetched, hash, asked))
  if (base !== undefined && fetched.every((part) => part.isOld)) {
    await checked(base.version.hash)
    return { outcome: unchanged(base.version), problems: [] }
  }
  const main = source.files[0]?.name ?? ''
  const { list, said } = await loadStaged(staged, main, `${name}/${main}`)
  if (list === undefined) return { outcome: failedWith(name, newest), problems: said }
  const shown = dayShown(fetched[0], asked)
  const settled = await settle(
    cache,
    staged,
    {
      name,
      list,
      said,
      files: fetched.map(({ file }) => file),
      ...(list.day === undefined ? shown : { day: list.day.text, dayFrom: 'file' }),
      takenBy: 'fetch',
      takenAt: new Date(asked).toISOString(),
    },
    how,
  )
  const { outcome, version } = settled.outcome
  if (outcome !== 'failed' && version !== undefined) await checked(version.hash)
  return settled
}

const unchanged = (version: Version): ListOutcome => ({
  name: version.name,
  outcome: 'unchanged',
  version,
  isNewest: true,
})

/** The newest version and what its server said of it. */
interface Base {
  readonly version: Version
  readonly checked: Checked
}

/** Only a version that is as it was taken need not be fetched again. */
async function usable(cache: string, version: Version): Promise<Base | undefined> {
  const checked = await readChecked(cache, version.name)
  if (checked === undefined || checked.hash !== version.hash) return undefined
  return (await changeOf(cache, version)) === undefined ? { version, checked } : undefined
}

interface FetchedPart {
  readonly file: VersionFile
  /** It is that of the newest version, which the server said is still right. */
  readonly isOld: boolean
  readonly asked: Checked['files'][number]
  readonly headers: Readonly<Record<string, string>>
}

async function fetchPart(
  cache: string,
  staged: string,
  source: ListSource,
  { name, url }: SourceFile,
  base: Base | undefined,
  how: UpdateHow,
): Promise<FetchedPart | Problem> {
  const path = join(staged, name)
  const old = base?.version.files.find((file) => file.name === name)
  const mark =
    old === undefined ? undefined : base?.checked.files.find((file) => file.name === name && file.url === url)
  const known: Known = {
    ...(mark?.etag === undefined ? {} : { etag: mark.etag }),
    ...(mark?.lastModified === undefined ? {} : { lastModified: mark.lastModified }),
  }
  const task = {
    url,
    hosts: source.hosts,
    known,
    keep: (body: AsyncIterable<Uint8Array>, encoding: string, progress: (bytes: number) => void) =>
      writeBody(body, encoding, path, how.maxBytes, progress),
    timeoutMs: how.timeoutMs,
    progress: (bytes: number, of?: number) => how.progress(`${source.name} ${name}`, bytes, of),
  }
  const result = await fetchFile(how.client, task, how.retries, how.clock)
  switch (result.kind) {
    case 'failed':
      return {
        severity: 'error',
        code: 'fetch-failed',
        message: `${source.name}: ${result.message}`,
        hint: result.hint,
      }
    case 'unchanged':
      if (old === undefined || base === undefined || mark === undefined)
        throw new Error('a server said that nothing is what is still right')
      await copyFile(join(folderOf(cache, base.version), name), path)
      return { file: old, isOld: true, asked: mark, headers: result.headers }
    case 'fetched': {
      const { headers, bytes, sha256 } = result
      const asked = {
        name,
        url,
        ...(headers['etag'] === undefined ? {} : { etag: headers['etag'] }),
        ...(headers['last-modified'] === undefined ? {} : { lastModified: headers['last-modified'] }),
      }
      return { file: { name, bytes, sha256, url: result.url, headers }, isOld: false, asked, headers }
    }
  }
}

function checkedOf(parts: readonly FetchedPart[], hash: string, at: number): Checked {
  return { checkedAt: new Date(at).toISOString(), hash, files: parts.map(({ asked }) => asked) }
}

/**
 * Of which day a file is that says nothing of it: when it was last changed, as its server says; else the day on which the server gave it, since it
 * is the list of that day. Our own clock comes last.
 */
function dayShown(
  main: FetchedPart | undefined,
  asked: number,
): { readonly day: string; readonly dayFrom: 'server' | 'clock' } {
  const headers = main?.headers ?? {}
  const given = Date.parse(headers['date'] ?? '')
  const now = Number.isNaN(given) ? asked : given
  const changed = Date.parse(headers['last-modified'] ?? '')
  // A server that says that a file was changed tomorrow has a broken clock.
  if (changed <= now + MS_PER_DAY) return { day: dayOf(changed), dayFrom: 'server' }
  return { day: dayOf(now), dayFrom: 'clock' }
}

const dayOf = (time: number): string => formatDay(dayAt(time))
