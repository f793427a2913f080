import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'
import type { Report } from '../../src/model/report.js'
import { reportSchema } from '../../src/model/report-schema.js'
import type { Look } from '../../src/report/look.js'
import { renderReport } from '../../src/report/render.js'
import { CASE } from './sample-case.js'
import { SAMPLES } from './samples.js'

const LOOK: Look = { color: false, verbose: false, quiet: false }

// Compiles only as long as the schema and the interfaces say the same; the interfaces are read-only where the schema is not.
type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
const sameType: Same<DeepReadonly<z.output<typeof reportSchema>>, Report> = true
const assignable: (parsed: z.output<typeof reportSchema>) => Report = (parsed) => parsed

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(z.toJSONSchema(reportSchema))

async function asWritten(report: Report): Promise<unknown> {
  return JSON.parse([...(await renderReport(report, 'json', LOOK))].join(''))
}

const [finding] = CASE.findings

describe('the published schema', () => {
  test('is of the same type as the interfaces', () => {
    expect(sameType).toBe(true)
    expect(assignable(reportSchema.parse(structuredClone(CASE)))).toEqual(CASE)
  })

  test.each([...SAMPLES])('holds for %s', async (_name, report) => {
    const written = await asWritten(report)
    expect(validate(written) ? [] : validate.errors).toEqual([])
    expect(reportSchema.safeParse(written).success).toBe(true)
  })

  test.each<[string, unknown]>([
    ['another version', { ...CASE, schemaVersion: 2 }],
    ['a field that is not known', { ...CASE, clock: '12:00' }],
    ['a missing field', { ...CASE, complete: undefined }],
    ['an impossible hop', { ...CASE, findings: [{ ...finding, hops: 1.5 }] }],
    ['an unknown kind', { ...CASE, findings: [{ ...finding, kind: 'near' }] }],
    ['a score above one', { ...CASE, options: { ...CASE.options, minScore: 1.1 } }],
    ['a waiver without an end', { ...CASE, waived: [{ ...finding, decision: { reason: 'x' } }] }],
    ['hops that are no number', { ...CASE, summary: { ...CASE.summary, byHops: { near: 1 } } }],
    ['a time beside the day', { ...CASE, asOf: '2024-07-24T00:00:00Z' }],
  ])('rejects %s', (_name, report) => {
    expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false)
    expect(reportSchema.safeParse(report).success).toBe(false)
  })
})
