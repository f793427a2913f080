import type { Finding } from '../model/report.js'
import type { Tone } from './line.js'

/** What a finding weighs, as a tone: dealing with a listed or owned party is grave, all that a person must first look at is not. */
export function gravity(finding: Finding): Tone {
  if (finding.confidence === 'possible') return 'caution'
  switch (finding.kind) {
    case 'listed':
    case 'owned':
      return 'grave'
    case 'routed':
      return 'near'
    case 'exposed':
      return finding.hops <= 1 ? 'near' : 'caution'
    case 'intermediary':
      return 'note'
  }
}
