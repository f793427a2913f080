import { createIdTable } from '../../src/columns/id-table.js'
import { buildGraph, type Graph } from '../../src/graph/adjacency.js'
import { addLink, addVia, createLinkTable, LEFT_OUT, WEAK_STAKE } from '../../src/graph/links.js'
import { createStops, findHubs, type Stops } from '../../src/graph/stops.js'
import { walk, type Walk, type WalkDirection } from '../../src/graph/walk.js'
import { LINK_KINDS, type LinkKind } from '../../src/model/record.js'

export interface Sketch {
  readonly graph: Graph
  readonly stops: Stops
  readonly id: (name: string) => number
  readonly name: (party: number) => string
  /** Whether `a` is named before `b`. */
  readonly prefers: (a: number, b: number) => boolean
}

export interface SketchOptions {
  readonly terminal?: readonly string[]
  readonly person?: readonly string[]
  readonly hubLimit?: number
  readonly kinds?: readonly LinkKind[]
}

function isKind(word: string): word is LinkKind {
  return LINK_KINDS.some((kind) => kind === word)
}

/** A graph from lines such as `A supply B`, `A payment B via Bank,Broker`, `A owns B weak`, `A supply B left-out`. */
export function sketch(lines: readonly string[], options: SketchOptions = {}): Sketch {
  const names = createIdTable()
  const table = createLinkTable(1)
  for (const [row, line] of lines.entries()) {
    const [from = '', kind = '', to = '', ...rest] = line.split(' ')
    if (!isKind(kind)) throw new Error(`no kind of link: ${line}`)
    const flags = (rest.includes('weak') ? WEAK_STAKE : 0) | (rest.includes('left-out') ? LEFT_OUT : 0)
    const link = addLink(table, {
      from: names.internText(from),
      to: names.internText(to),
      kind,
      file: 0,
      row,
      line: row + 2,
      flags,
    })
    const handlers = rest.includes('via') ? (rest.at(-1)?.split(',') ?? []) : []
    for (const handler of handlers) addVia(table, link, names.internText(handler))
  }
  for (const name of [...(options.terminal ?? []), ...(options.person ?? [])]) names.internText(name)
  const graph = buildGraph(table, names.size, options.kinds ?? LINK_KINDS)
  const flags = createStops(names.size)
  for (const name of options.terminal ?? []) flags.terminal[names.internText(name)] = 1
  for (const name of options.person ?? []) flags.person[names.internText(name)] = 1
  const stops = options.hubLimit === undefined ? flags : { ...flags, hub: findHubs(graph, options.hubLimit) }
  return {
    graph,
    stops,
    id: names.internText,
    name: names.textOf,
    prefers: (a, b) => names.textOf(a) < names.textOf(b),
  }
}

/** The walk that flags what is fewer than `hops` away. */
export function walkFrom(drawn: Sketch, sources: readonly string[], direction: WalkDirection, hops: number): Walk {
  return walk(drawn.graph, { direction, sources: sources.map(drawn.id), depth: hops - 1, stops: drawn.stops })
}

/** Hops of every party that a walk reached, by name. */
export function hopsOf(drawn: Sketch, walked: Walk): Record<string, number> {
  const reached: [string, number][] = []
  for (const [party, hops] of walked.distances.entries()) {
    if (hops !== 255) reached.push([drawn.name(party), hops])
  }
  return Object.fromEntries(reached)
}
