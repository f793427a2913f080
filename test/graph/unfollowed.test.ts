import { describe, expect, test } from '@jest/globals'
import { counterparties, countSteps } from '../../src/graph/stops.js'
import { notFollowed } from '../../src/graph/unfollowed.js'
import { sketch, walkFrom, type SketchOptions } from './sketch.js'

interface Stopped extends SketchOptions {
  readonly rule: string
  readonly lines: readonly string[]
  readonly hops?: number
  readonly parties: number
  /** Hub, counterparties, not followed. */
  readonly hubs?: readonly string[]
  /** Party, kind of the stop, not followed. */
  readonly stops?: readonly string[]
}

const STOPPED: readonly Stopped[] = [
  { rule: 'nothing stopped', lines: ['A supply T', 'B supply A'], parties: 0 },
  {
    rule: 'beyond a public body, each party once, in the direction of the walk',
    lines: ['P supply T', 'A supply P', 'A supply P', 'A owns P', 'P owns B', 'P supply C', 'P supply P'],
    terminal: ['P'],
    parties: 2,
    stops: ['P terminal 2'],
  },
  {
    rule: 'nothing was missed at the last level',
    lines: ['P supply T', 'A supply P'],
    terminal: ['P'],
    hops: 2,
    parties: 0,
  },
  {
    rule: 'who is flagged another way was not missed, be it by the other walk',
    lines: ['P supply T', 'A supply P', 'A supply T', 'B supply P', 'T supply B', 'C supply P'],
    terminal: ['P'],
    parties: 1,
    stops: ['P terminal 1'],
  },
  {
    rule: 'beyond a person reached by an office',
    lines: ['P officer-of T', 'P owns A', 'P officer-of B'],
    person: ['P'],
    parties: 2,
    stops: ['P officer 2'],
  },
  {
    rule: 'unless he was walked through in time',
    lines: ['P officer-of T', 'P owns A', 'Q supply T', 'P owns Q'],
    person: ['P'],
    hops: 4,
    parties: 0,
  },
  {
    rule: 'and not where it was too late',
    lines: ['P officer-of T', 'P owns A', 'Q supply T', 'P owns Q'],
    person: ['P'],
    hops: 3,
    parties: 1,
    stops: ['P officer 1'],
  },
  {
    rule: 'beyond stakes that are too small, from either end',
    lines: ['A owns T weak', 'T owns B weak', 'C owns T weak', 'C supply T', 'D owns C weak', 'E owns D weak'],
    parties: 3,
    stops: ['C min-stake 1', 'T min-stake 2'],
  },
  { rule: 'but not from where no walk goes on', lines: ['A owns T weak'], hops: 1, parties: 0 },
  {
    rule: 'beyond each hub, and in all each party once',
    lines: ['H supply T', 'K supply T', 'A supply H', 'B supply H', 'B supply K', 'C supply K', 'D supply K'],
    hubLimit: 2,
    parties: 4,
    hubs: ['H 3 2', 'K 4 3'],
  },
  {
    rule: 'a hub beyond which all are flagged is told all the same',
    lines: ['H supply T', 'A supply H', 'A supply T'],
    hubLimit: 1,
    parties: 0,
    hubs: ['A 2 0', 'H 2 0'],
  },
  {
    rule: 'no hub stopped a walk that ended there, or started there',
    lines: ['H supply T', 'A supply H', 'B supply T'],
    hubLimit: 1,
    hops: 2,
    parties: 0,
  },
  {
    rule: 'a hub reached by both walks is told once',
    lines: ['H supply T', 'T supply H', 'A supply H', 'H supply B', 'H owns C'],
    hubLimit: 2,
    parties: 3,
    hubs: ['H 4 3'],
  },
]

describe('what was not followed', () => {
  test.each(STOPPED)('$rule', ({ lines, hops = 4, parties, hubs = [], stops = [], ...options }) => {
    const drawn = sketch(lines, options)
    const walks = (['suppliers', 'customers'] as const).map((direction) => walkFrom(drawn, ['T'], direction, hops))
    const found = notFollowed(drawn.graph, walks, hops)
    expect(found.parties).toBe(parties)
    const told = found.hubs.map((hub) => `${drawn.name(hub.party)} ${hub.counterparties} ${hub.notFollowed}`)
    expect(told.toSorted()).toEqual(hubs)
    const others = found.stops.map((stop) => `${drawn.name(stop.party)} ${stop.kind} ${stop.notFollowed}`)
    expect(others.toSorted()).toEqual(stops)
  })
})

describe('counting', () => {
  const drawn = sketch([
    'A supply B',
    'B payment A',
    'B owns A',
    'A supply A',
    'C component A',
    'D owns A weak',
    'A same-as E',
  ])

  test.each([
    ['A', 2],
    ['B', 1],
    ['C', 1],
    ['D', 0],
    ['E', 0],
  ])('%s has %i counterparties', (name, count) => {
    expect(counterparties(drawn.graph, drawn.id(name))).toBe(count)
  })

  test('steps are pairs of parties', () => {
    expect(countSteps(drawn.graph)).toBe(2)
  })
})
