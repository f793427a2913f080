import type { Report } from '../../src/model/report.js'
import { CASE } from './sample-case.js'
import { HOSTILE } from './sample-hostile.js'
import { MIXED } from './sample-mixed.js'
import { CLEAR, INCOMPLETE } from './sample-plain.js'
import { SINCE } from './sample-since.js'

export const SAMPLES: ReadonlyMap<string, Report> = new Map([
  ['case', CASE],
  ['hostile', HOSTILE],
  ['clear', CLEAR],
  ['incomplete', INCOMPLETE],
  ['mixed', MIXED],
  ['since', SINCE],
])
