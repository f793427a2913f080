import { describe, expect, test } from '@jest/globals'
import { decideOn, type Verdict } from '../../src/decide.js'
import { readDecisions } from '../../src/decisions/read.js'
import { decisionsText, withDecision } from '../../src/decisions/write.js'
import type { Decision } from '../../src/model/decision.js'
import type { Report } from '../../src/model/report.js'
import { screen } from '../../src/screen.js'
import { DEFAULTS, csv, inputsOf, textSource, type Texts } from '../inputs.js'

const options = { ...DEFAULTS, asOf: '2024-07-24', asOfGiven: true }

/** Peleng and Zenit are listed; Lens is owned by each of them, Mount by Peleng alone, and Supplier sells to Mount. */
const TEXTS: Texts = {
  entities: csv('id,name,country,type', [
    'peleng,Peleng JSC,BY,company',
    'zenit,Zenit Optics Works,BY,company',
    'lens,Lens Factory Number Nine,BY,company',
    'mount,Mount Makers Limited,BY,company',
    'supplier,Harmless Flanges Limited,CN,company',
  ]),
  transactions: csv('id,kind,from,to,date', ['T1,supply,supplier,mount,2019-05-01']),
  relations: csv('id,kind,from,to,percent', [
    'R1,owns,peleng,lens,50',
    'R2,owns,zenit,lens,50',
    'R3,owns,peleng,mount,60',
  ]),
  list: csv('id,list,name,country,type,identifiers,listed_on', [
    'E1,OFAC SDN,Peleng JSC,BY,company,,2020-01-01',
    'E2,OFAC SDN,Zenit Optics Works,BY,company,,2021-01-01',
  ]),
}

const WAIVE: Verdict = { decision: 'waive', entries: [], reason: 'licensed', expires: '2025-01-31' }

async function made(wanted: string, verdict: Verdict, before: readonly Decision[] = []): Promise<readonly Decision[]> {
  const decisions = await readDecisions(textSource('decisions.json', decisionsText(before)))
  const { made: its, problems } = await decideOn({ ...inputsOf(TEXTS), decisions }, options, wanted, verdict)
  expect(problems).toEqual([])
  return its.reduce(withDecision, before)
}

async function screened(decisions: readonly Decision[], texts = TEXTS): Promise<Report> {
  const read = await readDecisions(textSource('decisions.json', decisionsText(decisions)))
  return screen({ ...inputsOf(texts), decisions: read }, options)
}

const told = ({ findings }: Report) =>
  findings.map(({ kind, party, target, hops }) => `${kind} ${party.id} ${target.party.id} ${hops}`)
const idOf = ({ findings }: Report, kind: string, party: string) =>
  findings.find((finding) => finding.kind === kind && finding.party.id === party)?.id ?? ''

const BEFORE = [
  'listed peleng peleng 0',
  'listed zenit zenit 0',
  'owned lens peleng 0',
  'owned mount peleng 0',
  'exposed supplier mount 1',
]

describe('decisions and ownership', () => {
  test('nothing is decided', async () => {
    expect(told(await screened([]))).toEqual(BEFORE)
  })

  test('a waived listing un-owns nobody: the word was on the listed party alone', async () => {
    const report = await screened(await made('peleng', WAIVE))
    expect(told(report)).toEqual(expect.arrayContaining(BEFORE.slice(1)))
    expect(told(report)).not.toContain('listed peleng peleng 0')
  })

  test('not the same un-owns what was owned through that match, and what was near it', async () => {
    const report = await screened(await made('peleng', { decision: 'not-same', entries: [] }))
    expect(told(report)).toEqual([
      'listed zenit zenit 0',
      'owned lens zenit 0',
      'exposed peleng lens 1',
      'exposed mount lens 2',
      'exposed supplier lens 3',
    ])
  })

  test('a waived ownership leaves the owner out of account, and another who owns enough comes to light', async () => {
    const first = await made(idOf(await screened([]), 'owned', 'lens'), WAIVE)
    const report = await screened(first)
    expect(told(report)).toContain('owned lens zenit 0')
    expect(report.findings.find(({ party }) => party.id === 'lens')?.stakes?.map(({ owner }) => owner)).toEqual([
      'zenit',
    ])
    const both = await screened(await made(idOf(report, 'owned', 'lens'), WAIVE, first))
    // Mount, which Peleng owns, is a target still, and nobody said a word on how near Lens is to that.
    expect(told(both).filter((line) => line.includes(' lens '))).toEqual(['exposed lens mount 2'])
    expect(both.waived).toHaveLength(2)
  })

  test('who was owned by the waived one alone is no longer owned, and stays a target for the others', async () => {
    const report = await screened(await made(idOf(await screened([]), 'owned', 'mount'), WAIVE))
    expect(told(report)).not.toContain('owned mount peleng 0')
    expect(told(report)).toContain('exposed supplier mount 1')
  })

  test('a listed party that others own comes to light as owned when its listing is waived', async () => {
    const both: Texts = {
      ...TEXTS,
      relations: csv('id,kind,from,to,percent', ['R1,owns,peleng,zenit,70']),
    }
    const listed = await screened([], both)
    expect(told(listed)).toContain('listed zenit zenit 0')
    const { made: its } = await decideOn(inputsOf(both), options, 'zenit', WAIVE)
    expect(told(await screened(its, both))).toContain('owned zenit peleng 0')
  })
})

describe('whom a possible match would expose', () => {
  test('are also those near what it would own', async () => {
    const texts: Texts = {
      entities: csv('id,name,country,type', [
        'holding,BelOMO Holding,BY,company',
        'plant,Quiet Plant Number Seven,BY,company',
        'a,Flange Makers Alpha,CN,company',
        'b,Tube Makers Beta,CN,company',
        'c,Wire Makers Gamma,CN,company',
      ]),
      transactions: csv('id,kind,from,to', ['T1,supply,a,plant', 'T2,supply,b,a', 'T3,supply,c,b']),
      relations: csv('id,kind,from,to,percent', ['R1,owns,holding,plant,60']),
      list: csv('id,list,name,country,type,identifiers,listed_on', [
        'E1,OFAC SDN,JSC Zenit BelOMO,BY,company,,2020-01-01',
      ]),
    }
    const exposes = async (relations: string) => {
      const { findings } = await screen(inputsOf({ ...texts, relations }), options)
      return findings.map(({ party, confidence, wouldExpose }) => [party.id, confidence, wouldExpose])
    }
    expect(await exposes(texts.relations ?? '')).toEqual([['holding', 'possible', 4]])
    // Under half it owns nothing, and the last of the chain is out of reach.
    expect(await exposes((texts.relations ?? '').replace(',60', ',40'))).toEqual([['holding', 'possible', 3]])
  })
})
