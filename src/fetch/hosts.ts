/**
 * Whether a redirect may be followed: to the same host, or to one that is known for this source, and never from a protected line to an open one.
 * The file would be checked all the same; a host that nobody expects is the sign of a captive portal or of worse.
 */
export function mayRedirect(from: URL, to: URL, hosts: readonly string[]): boolean {
  if (to.protocol !== 'https:' && to.protocol !== from.protocol) return false
  if (to.protocol !== 'https:' && to.protocol !== 'http:') return false
  if (to.username !== '' || to.password !== '') return false
  return to.host === from.host || hosts.some((host) => isHost(to, host.toLowerCase()))
}

function isHost(url: URL, host: string): boolean {
  return host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host || url.host === host
}
