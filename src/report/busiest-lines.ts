import { compareCodePoints } from '../model/order.js'
import type { FlowingReport } from '../model/report.js'
import { BLANK, line, prose } from './line.js'
import type { Line } from './line.js'
import { countFlagged } from './verdict-lines.js'
import { counted, grouped } from './wording.js'

/** Fewer parties than these, or a smaller part of them, a person reads through without help. */
const MANY = { parties: 100, flaggedOneIn: 5, shown: 5 }

interface Passed {
  readonly id: string
  readonly name: string
  chains: number
}

function passedThrough(report: FlowingReport): Passed[] {
  const passed = new Map<string, Passed>()
  for (const { chain } of report.findings) {
    // The last step leads to the target, through which no chain runs.
    for (const step of chain.slice(0, -1)) {
      const party = passed.get(step.to) ?? { id: step.to, name: step.toName, chains: 0 }
      party.chains += 1
      passed.set(step.to, party)
    }
  }
  return [...passed.values()].toSorted((a, b) => b.chains - a.chains || compareCodePoints(a.id, b.id))
}

/** Where so many are flagged that nobody reads them all: the parties that most of it comes down to. */
export function busiestLines(report: FlowingReport): Line[] {
  const { parties } = report.summary
  // Fewer findings flag no more parties: mostly nobody need be counted.
  if (parties < MANY.parties || report.findings.length * MANY.flaggedOneIn <= parties) return []
  const flagged = countFlagged(report).parties
  if (flagged * MANY.flaggedOneIn <= parties) return []
  const busiest = passedThrough(report).slice(0, MANY.shown)
  if (busiest.length === 0) return []
  return [
    BLANK,
    prose(0, `${grouped(flagged)} of ${grouped(parties)} parties are flagged. Most chains run through:`),
    ...busiest.map((party) => {
      const id = party.id === party.name ? '' : `(${party.id})`
      return line(2, [
        { text: party.name, tone: 'strong' },
        { text: id, tone: 'faint' },
        { text: counted(party.chains, 'chain') },
      ])
    }),
    prose(0, 'Look at these first; --self, --kinds and --hub-limit say what is not to be walked through.'),
  ]
}
