import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a server does with one request. */
export type Play = (request: IncomingMessage, response: ServerResponse) => void

export interface Asked {
  readonly url: string
  readonly headers: IncomingMessage['headers']
}

/** A server on 127.0.0.1 that plays what it is told, request by request; after the last part it repeats it. */
export interface ListServer {
  readonly origin: string
  readonly asked: readonly Asked[]
  play(path: string, ...parts: readonly Play[]): void
  close(): Promise<void>
}

export async function startServer(): Promise<ListServer> {
  const parts = new Map<string, readonly Play[]>()
  const times = new Map<string, number>()
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname
    asked.push({ url: request.url ?? '', headers: request.headers })
    const plays = parts.get(path) ?? [status(404)]
    const time = times.get(path) ?? 0
    times.set(path, time + 1)
    const play = plays[Math.min(time, plays.length - 1)]
    play?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    play(path, ...plays) {
      parts.set(path, plays)
      times.delete(path)
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

type Headers = Readonly<Record<string, string>>

export const file =
  (text: string | Buffer, headers: Headers = {}): Play =>
  (_, response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text), ...headers })
    response.end(text)
  }

export const status =
  (code: number, headers: Headers = {}, body = ''): Play =>
  (_, response) => {
    response.writeHead(code, headers)
    response.end(body)
  }

/** The file with marks, by which a second request gets a 304. */
export const marked =
  (text: string, headers: Headers): Play =>
  (request, response) => {
    const { 'if-none-match': etag, 'if-modified-since': since } = request.headers
    const isKnown = headers['etag'] === undefined ? since === headers['last-modified'] : etag === headers['etag']
    if (isKnown) return status(304, headers)(request, response)
    return file(text, headers)(request, response)
  }

/** Half of what it says it will send, and then the line is cut. */
export const cutOff =
  (text: string): Play =>
  (_, response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) })
    response.write(text.slice(0, text.length / 2))
    setTimeout(() => response.destroy(), 20)
  }

/** Never ends, and sends a little now and then. */
export const slow =
  (text: string): Play =>
  (_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write(text.slice(0, 1)), 50)
    response.on('close', () => clearInterval(timer))
  }

/** Never answers. */
export const silent: Play = () => undefined

/** As much as anybody takes. */
export const endless: Play = (_, response) => {
  response.writeHead(200)
  const block = Buffer.alloc(1 << 16, 'x')
  const more = () => {
    while (!response.destroyed && response.write(block));
  }
  response.on('drain', more)
  more()
}

export const redirect =
  (to: string): Play =>
  (_, response) => {
    response.writeHead(302, { location: to })
    response.end()
  }
