import { Agent, ProxyAgent, type Dispatcher } from 'undici'

/** Where requests go through, as the environment says it; an empty text is none. */
export interface Proxies {
  readonly http: string
  readonly https: string
  /** Hosts that are asked directly, with commas or blanks between. */
  readonly none: string
}

/** Gives the way to a host. */
export interface Client {
  /** `undefined` where it goes through a proxy whose address is none. */
  wayTo(url: URL): Dispatcher | undefined
  /** The host and port of the proxy on the way; an empty text where there is none. */
  via(url: URL): string
  close(): Promise<void>
}

/** A client that goes through the proxies. Further certificates Node itself takes from `NODE_EXTRA_CA_CERTS` when it starts. */
export function openClient(proxies: Proxies, idleMs: number): Client {
  const times = { connect: { timeout: idleMs }, headersTimeout: idleMs, bodyTimeout: idleMs }
  const ways = new Map<string, Dispatcher>()
  return {
    wayTo(url) {
      const proxy = proxyFor(url, proxies)
      const known = ways.get(proxy)
      if (known !== undefined) return known
      if (proxy !== '' && hostOf(proxy) === '') return undefined
      // An open line is asked for as browsers do it, since many proxies allow no tunnel to other ports than 443.
      const way = proxy === '' ? new Agent(times) : new ProxyAgent({ ...times, uri: proxy, proxyTunnel: false })
      ways.set(proxy, way)
      return way
    },
    via: (url) => hostOf(proxyFor(url, proxies)),
    async close() {
      await Promise.all([...ways.values()].map((way) => way.destroy()))
    },
  }
}

/** Empty where it is no address of a proxy that speaks HTTP; a name and a password are not shown. */
function hostOf(proxy: string): string {
  const url = URL.canParse(proxy) ? new URL(proxy) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.host : ''
}

/** The proxy for an address, as curl reads the same variables; an empty text where it is asked directly. */
export function proxyFor(url: URL, { http, https, none }: Proxies): string {
  const proxy = url.protocol === 'https:' ? https : http
  if (proxy === '' || isDirect(url, none)) return ''
  return proxy.includes('://') ? proxy : `http://${proxy}`
}

function isDirect({ hostname, port, protocol }: URL, none: string): boolean {
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port
  return none
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '' || entry === '*') return entry === '*'
      const [, host = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
      if (wantedPort !== undefined && wantedPort !== ownPort) return false
      const name = host.replace(/^\*?\./, '')
      return hostname === name || hostname.endsWith(`.${name}`)
    })
}
