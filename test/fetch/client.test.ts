import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createOpenServer, request as ask } from 'node:http'
import { createServer } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { proxyFor } from '../../src/fetch/client.js'
import { start } from '../cache/binary-scene.js'

const PROXIES = {
  http: 'proxy.corp:3128',
  https: 'http://proxy.corp:3129',
  none: 'intranet.corp, .local *.lab 10.0.0.1:8080',
}

describe('the proxy for', () => {
  test.each([
    ['http://lists.example/a', 'http://proxy.corp:3128'],
    ['https://lists.example/a', 'http://proxy.corp:3129'],
    ['https://intranet.corp/a', ''],
    ['https://lists.intranet.corp/a', ''],
    ['https://notintranet.corp/a', 'http://proxy.corp:3129'],
    ['https://a.local/a', ''],
    ['https://a.lab/a', ''],
    ['http://10.0.0.1:8080/a', ''],
    ['http://10.0.0.1/a', 'http://proxy.corp:3128'],
  ])('%s is %p', (url, proxy) => {
    expect(proxyFor(new URL(url), PROXIES)).toBe(proxy)
  })

  test('all hosts is none where * is excepted', () => {
    expect(proxyFor(new URL('https://lists.example/'), { ...PROXIES, none: '*' })).toBe('')
  })
})

const folder = mkdtempSync(join(tmpdir(), 'hopscreen-proxy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const LIST = 'id,name,listed_on\n1,Peleng,2020-01-01\n'

/** Runs an update of one list at an address, with more environment. */
function updated(url: string, env: Readonly<Record<string, string>>, ...more: readonly string[]) {
  const config = join(folder, 'hopscreen.config.json')
  writeFileSync(config, JSON.stringify({ sources: { house: { files: { 'house.csv': url } } } }))
  const cache = mkdtempSync(join(folder, 'cache-'))
  const words = ['lists', 'update', 'house', '--retries', '0', '--timeout', '5', '--config', config, ...more]
  return start(words, { HOPSCREEN_CACHE: cache, ...env }).ended
}

describe('through a proxy of the environment', () => {
  const asked: string[] = []
  const target = createOpenServer((_, response) => void response.end(LIST))
  const proxy = createOpenServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
    ask(request.url ?? '', { headers: request.headers }, (answer) => answer.pipe(response)).end()
  })
  beforeAll(async () => {
    await new Promise<void>((done) => target.listen(0, '127.0.0.1', done))
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  })
  afterAll(() => {
    for (const server of [target, proxy]) {
      server.closeAllConnections()
      server.close()
    }
  })
  const at = (server: typeof target) => `127.0.0.1:${(server.address() as AddressInfo).port}`

  test.each(['http_proxy', 'HTTP_PROXY'])('%s', async (name) => {
    asked.length = 0
    const ended = await updated(`http://${at(target)}/house.csv`, { [name]: `http://${at(proxy)}` })
    expect([ended.status, ended.stderr]).toEqual([0, ''])
    expect(asked).toEqual([`GET http://${at(target)}/house.csv`])
  })

  test.each([
    ['http://127.0.0.1:1', /house\.csv, by the proxy 127\.0\.0\.1:1: the connection is refused/],
    ['http://me:secret@127.0.0.1:1', /by the proxy 127\.0\.0\.1:1: the connection is refused/],
    ['::no', /the proxy on the way has no address\nhint: write HTTPS_PROXY/],
    ['socks5://127.0.0.1:1', /the proxy on the way has no address\nhint: write HTTPS_PROXY/],
  ])('%s can’t be used: that is told of the proxy, not of the publisher', async (address, message) => {
    const ended = await updated(`http://${at(target)}/house.csv`, { http_proxy: address })
    expect(ended.status).toBe(2)
    expect(ended.stderr).toMatch(message)
    expect(ended.stderr).not.toContain('secret')
  })

  test.each(['3000000', '99999999'])('--timeout %s is no time that is over at once', async (seconds) => {
    const ended = await updated(`http://${at(target)}/house.csv`, {}, '--timeout', seconds)
    expect([ended.status, ended.stderr]).toEqual([0, ''])
  })

  test('but not to hosts of NO_PROXY', async () => {
    asked.length = 0
    const env = { HTTP_PROXY: `http://${at(proxy)}`, NO_PROXY: 'localhost,127.0.0.1' }
    const ended = await updated(`http://${at(target)}/house.csv`, env)
    expect(ended.status).toBe(0)
    expect(asked).toEqual([])
  })
})

const canSign = spawnSync('openssl', ['version']).status === 0
const signed = canSign ? describe : describe.skip

signed('a company’s own certificate (skipped without openssl)', () => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  if (canSign)
    spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '36500'],
      ...[
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost,IP:127.0.0.1',
        '-keyout',
        key,
        '-out',
        cert,
      ],
    ])
  const server = canSign
    ? createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => void response.end(LIST))
    : createServer()
  const tunnels: string[] = []
  const proxy = createOpenServer()
  proxy.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '')
    const [host = '', port] = (request.url ?? '').split(':')
    const on = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      on.pipe(socket).pipe(on)
    })
    on.on('error', () => socket.destroy())
    socket.on('error', () => on.destroy())
  })
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  })
  afterAll(() => {
    for (const each of [server, proxy]) {
      each.closeAllConnections()
      each.close()
    }
  })
  const url = () => `https://127.0.0.1:${(server.address() as AddressInfo).port}/house.csv`

  test('is not trusted by itself', async () => {
    const ended = await updated(url(), {})
    expect(ended.status).toBe(2)
    expect(ended.stderr).toMatch(/the certificate is not trusted: .*\nhint: .*NODE_EXTRA_CA_CERTS/)
  })

  test('is trusted by NODE_EXTRA_CA_CERTS', async () => {
    const ended = await updated(url(), { NODE_EXTRA_CA_CERTS: resolve(cert) })
    expect([ended.status, ended.stderr]).toEqual([0, ''])
  })

  test('and reached by a tunnel through HTTPS_PROXY', async () => {
    const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const ended = await updated(url(), { NODE_EXTRA_CA_CERTS: resolve(cert), HTTPS_PROXY })
    expect([ended.status, ended.stderr]).toEqual([0, ''])
    expect(tunnels).toEqual([url().slice('https://'.length, -'/house.csv'.length)])
  })
})
