import type { Step } from '../model/report.js'

/** `─supply→` where the link runs towards the target, `←supply─` where it runs away from it: arrows point as the record does. */
export function arrow(step: Step): string {
  return step.along ? `─${step.kind}→` : `←${step.kind}─`
}

/** The first party's name, then an arrow and a name for each step: a line is best broken between them. */
export function chainParts(steps: readonly Step[]): string[] {
  const [first] = steps
  if (first === undefined) return []
  return [first.fromName, ...steps.map((step) => `${arrow(step)} ${step.toName}`)]
}

/** `Morotack ─supply→ Diaproektor ─supply→ Peleng`; empty for a chain without steps. */
export function chainText(steps: readonly Step[]): string {
  return chainParts(steps).join(' ')
}
