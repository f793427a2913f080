import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'undici'
import { callOf, codeOf, messageOf } from '../model/error-facts.js'
import { LIST_UPDATES } from '../model/thresholds.js'
import { VERSION } from '../model/version.js'
import { IMPORT_HINT, type FetchFailure, type FetchResult, type KeptBody, type Known, type TryAgain } from './answer.js'
import type { Client } from './client.js'
import { mayRedirect } from './hosts.js'
import { retryAfter } from './waits.js'

/** What to fetch, and how far to go for it. */
export interface FetchTask {
  readonly url: string
  /** Hosts to which it may be redirected, beside its own. */
  readonly hosts: readonly string[]
  readonly known: Known
  /** Keeps a body, unpacked; nothing of it where it rejects. */
  readonly keep: (
    body: AsyncIterable<Uint8Array>,
    encoding: string,
    progress: (bytes: number) => void,
  ) => Promise<KeptBody>
  /** For all of it, in milliseconds. */
  readonly timeoutMs: number
  /** Bytes that came, and how many there will be where the server says it. */
  readonly progress: (bytes: number, of?: number) => void
}

const USER_AGENT = `hopscreen/${VERSION} (sanctions list update)`
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** Answers that say "not now": RFC 9110 and RFC 6585. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])
/** Headers that say which file it is, and are kept with it. */
const KEPT = ['content-type', 'content-length', 'content-encoding', 'date', 'etag', 'last-modified', 'age', 'server']

/** Asks once for a file, redirects followed. Never rejects for what a server or a network does. */
export async function attempt(client: Client, task: FetchTask, now: number): Promise<FetchResult | TryAgain> {
  const deadline = AbortSignal.timeout(task.timeoutMs)
  try {
    return await follow(client, task, deadline, now)
  } catch (error) {
    if (isOfDisk(error)) throw error
    return troubleOf(error, task, client, deadline)
  }
}

async function follow(
  client: Client,
  task: FetchTask,
  signal: AbortSignal,
  now: number,
): Promise<FetchResult | TryAgain> {
  let url = new URL(task.url)
  for (let step = 0; ; step++) {
    const { known } = task
    const dispatcher = client.wayTo(url)
    if (dispatcher === undefined) return failed(`${shown(url)}: the proxy on the way has no address`, PROXY)
    const answer = await request(url.href, {
      dispatcher,
      signal,
      headers: {
        'user-agent': USER_AGENT,
        accept: '*/*',
        'accept-encoding': 'gzip',
        ...(known.etag === undefined ? {} : { 'if-none-match': known.etag }),
        ...(known.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
      },
    })
    const { statusCode, headers, body } = answer
    if (statusCode === 200) return take(body, url, headers, task)
    // What stands in the other answers is not read; that it is cut off is no trouble.
    body.on('error', () => undefined).destroy()
    if (!REDIRECTS.has(statusCode)) return judge(statusCode, headers, url, task, now)
    const next = redirectTarget(url, textOf(headers['location']))
    if (next === undefined) return failed(`${shown(url)} redirects to nowhere`, MOVED)
    if (step === LIST_UPDATES.redirects)
      return failed(`${shown(new URL(task.url))} redirects more than ${LIST_UPDATES.redirects} times`, MOVED)
    if (!mayRedirect(url, next, task.hosts)) {
      const hint = `where that is right, allow the host: "sources": { …: { "hosts": ["${next.host}"] } } in the config; ${IMPORT_HINT}`
      return failed(`${shown(url)} redirects to ${next.origin}, which is not known as a host of this source`, hint)
    }
    url = next
  }
}

function redirectTarget(from: URL, location: string): URL | undefined {
  return location !== '' && URL.canParse(location, from.href) ? new URL(location, from) : undefined
}

async function take(
  answer: AsyncIterable<Uint8Array>,
  url: URL,
  headers: IncomingHttpHeaders,
  task: FetchTask,
): Promise<FetchResult | TryAgain> {
  const length = textOf(headers['content-length'])
  const encoding = textOf(headers['content-encoding']).trim().toLowerCase()
  const total = /^\d+$/.test(length) ? Number(length) : undefined
  const body = await task.keep(answer, encoding, (bytes) => task.progress(bytes, total))
  switch (body.kind) {
    case 'written':
      return { kind: 'fetched', url: shown(url), headers: kept(headers), bytes: body.bytes, sha256: body.sha256 }
    case 'too-big':
      return failed(
        `${shown(url)}: the answer is ${body.message}`,
        'where the list has grown so much, raise --max-size',
      )
    case 'not-packed':
      return { kind: 'again', message: `${shown(url)}: the answer is ${body.message}`, hint: AGAIN }
  }
}

function judge(status: number, headers: IncomingHttpHeaders, url: URL, task: FetchTask, now: number) {
  const where = shown(url)
  const wasAsked = task.known.etag !== undefined || task.known.lastModified !== undefined
  if (status === 304 && wasAsked) return { kind: 'unchanged', headers: kept(headers) } as const
  if (PASSING.has(status)) {
    const waitMs = retryAfter(textOf(headers['retry-after']) || undefined, textOf(headers['date']), now)
    const message = `${where} answers ${status}${status === 429 ? ' (too many requests)' : ''}`
    const hint = `try again later; ${IMPORT_HINT}`
    return { kind: 'again', message, hint, ...(waitMs === undefined ? {} : { waitMs }) } as const
  }
  if (status === 401 || status === 403 || status === 407 || status === 451) {
    const what =
      status === 407 ? 'the proxy wants a name and a password' : 'the server, or a proxy on the way, refuses it'
    return failed(`${where} answers ${status}: ${what}`, `ask from another network, ${IMPORT_HINT}`)
  }
  if (status === 404 || status === 410) return failed(`${where} answers ${status}: there is no such file`, MOVED)
  return failed(`${where} answers ${status}, and not with a file`, MOVED)
}

const AGAIN = `try again later, or give it longer with --timeout; ${IMPORT_HINT}`
const MOVED = `the publisher may have moved the list: give its new address under "sources" in the config, ${IMPORT_HINT}`

const PROXY = 'write HTTPS_PROXY, or HTTP_PROXY, as in http://proxy.example:3128; NO_PROXY says what is asked directly'

function troubleOf(error: unknown, task: FetchTask, client: Client, deadline: AbortSignal): FetchFailure | TryAgain {
  const url = new URL(task.url)
  const proxy = client.via(url)
  const where = proxy === '' ? shown(url) : `${shown(url)}, by the proxy ${proxy}`
  if (deadline.aborted) {
    const message = `${where}: not whole after ${task.timeoutMs / 1000} seconds`
    return { kind: 'again', message, hint: AGAIN }
  }
  const said = causeOf(error)
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|SSL/.test(said.code)) {
    const hint = 'where a company puts its own certificate on the way, name its file in NODE_EXTRA_CA_CERTS'
    return failed(`${where}: the certificate is not trusted: ${said.message}`, hint)
  }
  if (said.code === 'ENOTFOUND') {
    const hint = `see whether this machine reaches the internet, by a proxy in HTTPS_PROXY perhaps; ${IMPORT_HINT}`
    return failed(`${where}: the host is not known`, hint)
  }
  return { kind: 'again', message: `${where}: ${said.message}`, hint: AGAIN }
}

/** The innermost cause: what the network said, not what was made of it. */
function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  let inner = error
  for (let next = within(inner); next !== undefined; next = within(inner)) inner = next
  const code = codeOf(inner)
  return { code, message: WORDS.get(code) ?? messageOf(inner) }
}

function within(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined
  if ('cause' in error && error.cause !== undefined) return error.cause
  // One for each address of a host.
  return 'errors' in error && Array.isArray(error.errors) ? error.errors[0] : undefined
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'the connection is refused'],
  ['ECONNRESET', 'the connection is cut off'],
  ['UND_ERR_SOCKET', 'the connection is cut off before the file is whole'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'the file is not as long as the server says'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no connection in time'],
  ['UND_ERR_HEADERS_TIMEOUT', 'no answer in time'],
  ['UND_ERR_BODY_TIMEOUT', 'the answer stops on the way'],
  ['EAI_AGAIN', 'the name of the host is not found out in time'],
  ['ETIMEDOUT', 'no answer in time'],
])

const FILE_CALLS: ReadonlySet<string> = new Set(['open', 'write', 'fsync', 'close'])
const SOCKET_CODES: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'ECONNABORTED'])

/** A full disk or a folder that can't be written is not the server's trouble, and no try mends it. */
function isOfDisk(error: unknown): boolean {
  return FILE_CALLS.has(callOf(error)) && !SOCKET_CODES.has(codeOf(error))
}

function failed(message: string, hint: string): FetchFailure {
  return { kind: 'failed', message, hint }
}

/** Without what may be secret: a name and a password, a token, the signature of a store. */
function shown({ origin, pathname }: URL): string {
  return `${origin}${pathname}`
}

function textOf(header: string | string[] | undefined): string {
  return (typeof header === 'string' ? header : header?.[0]) ?? ''
}

function kept(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    KEPT.flatMap((name) => (textOf(headers[name]) === '' ? [] : [[name, textOf(headers[name])]])),
  )
}
