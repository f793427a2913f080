import { compareCodePoints } from '../model/order.js'
import type { Finding, FlowingReport, Step } from '../model/report.js'
import { gravity } from './gravity.js'
import type { Tone } from './line.js'
import { meaning } from './meaning.js'
import { visible } from './sanitise.js'
import { counted, KIND_BADGE } from './wording.js'

/** A string of DOT: a backslash would begin an escape such as `\N`, which stands for the name of a node. */
function quoted(text: string): string {
  return `"${visible(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** Lines of a label: the line break is ours, and none of the text's own. */
function label(lines: readonly string[]): string {
  return `"${lines.map((text) => quoted(text).slice(1, -1)).join('\\n')}"`
}

const FILL: Readonly<Record<Tone, string>> = {
  grave: '#e06666',
  near: '#f4b183',
  caution: '#ffe599',
  note: '#cfe2f3',
  good: '#ffffff',
  strong: '#ffffff',
  faint: '#ffffff',
}

interface Node {
  readonly name: string
  readonly finding?: Finding
}

interface Edge {
  readonly step: Step
  readonly possible: boolean
}

interface Sketch {
  readonly nodes: ReadonlyMap<string, Node>
  readonly edges: ReadonlyMap<string, Edge>
}

/** Parties and steps of all chains; of several findings on a party the first, which is the gravest, colours it. */
function sketch(findings: readonly Finding[]): Sketch {
  const nodes = new Map<string, Node>()
  const edges = new Map<string, Edge>()
  for (const finding of findings) {
    const known = nodes.get(finding.party.id)
    if (known?.finding === undefined) nodes.set(finding.party.id, { name: finding.party.name, finding })
  }
  const meet = (id: string, name: string) => {
    if (!nodes.has(id)) nodes.set(id, { name })
  }
  for (const { chain, target, confidence } of findings) {
    meet(target.party.id, target.party.name)
    for (const step of chain) {
      meet(step.from, step.fromName)
      meet(step.to, step.toName)
      const key = JSON.stringify([step.from, step.to, step.kind])
      const possible = confidence === 'possible' && edges.get(key)?.possible !== false
      edges.set(key, { step, possible })
    }
  }
  return { nodes, edges }
}

function nodeLine(id: string, { name, finding }: Node): string {
  const lines = id === name ? [name] : [name, id]
  if (finding === undefined) return `  ${quoted(id)} [label=${label(lines)}]\n`
  const hops = finding.hops === 0 ? '' : `, ${counted(finding.hops, 'hop')}`
  const said = `${KIND_BADGE[finding.kind]}${hops}, ${finding.confidence}`
  const fill = FILL[gravity(finding)]
  const source = finding.kind === 'listed' || finding.kind === 'owned' ? ', shape=doubleoctagon' : ''
  return `  ${quoted(id)} [label=${label([...lines, said])}, tooltip=${quoted(finding.reason)}, style=filled, fillcolor="${fill}"${source}]\n`
}

/** An edge runs as the record does; a line that only leads to a possible target is dashed. */
function edgeLine({ step, possible }: Edge): string {
  const [tail, head] = step.along ? [step.from, step.to] : [step.to, step.from]
  const [first] = step.evidence
  const more = step.evidence.length > 1 ? counted(step.evidence.length, 'row') : ''
  const said = [step.kind, first?.date ?? '', more].filter((part) => part !== '')
  return `  ${quoted(tail)} -> ${quoted(head)} [label=${label(said)}${possible ? ', style=dashed' : ''}]\n`
}

/** The flagged part of the graph for Graphviz: the parties and steps of every chain. */
export function* renderDot(report: FlowingReport): Generator<string> {
  const { nodes, edges } = sketch([...report.findings, ...(report.baseline?.standing ?? [])])
  const title = [...(report.complete ? [] : ['NOT COMPLETE']), ...meaning(report)]
  yield 'digraph hopscreen {\n'
  yield `  graph [rankdir=LR, label=${label(title)}, labelloc=b, fontname="sans-serif"]\n`
  yield '  node [shape=box, fontname="sans-serif"]\n  edge [fontname="sans-serif"]\n'
  for (const [id, node] of [...nodes].toSorted(([a], [b]) => compareCodePoints(a, b))) yield nodeLine(id, node)
  for (const [, edge] of [...edges].toSorted(([a], [b]) => compareCodePoints(a, b))) yield edgeLine(edge)
  yield '}\n'
}
