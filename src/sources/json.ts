import type { TextForm } from './encoding/text-form.js'
import { createArraySplitter } from './json-array.js'
import { createWithinSplitter } from './json-within.js'
import { parseJsonRecord } from './json-record.js'
import { readLines } from './lines.js'
import type { ReadOutcome } from './outcome.js'
import type { Source } from './source.js'

export interface JsonOptions {
  /** JSON Lines, or one array of records. */
  readonly kind: 'json' | 'jsonl'
  /** The array is the field of that name of one object, which is given to `onAround` once all is read, without its elements. */
  readonly within?: string
  readonly onAround?: (value: unknown) => void
  /** How the bytes become lines: UTF-8 with LF where nothing is said. */
  readonly form?: TextForm
  /** A record with the line on which it begins. Numbers come as strings, exactly as they were written. */
  readonly onRecord: (value: unknown, line: number) => void
  /** A line or an element that is no JSON, with its text, in which a name may still be found. */
  readonly onBroken: (line: number, message: string, text: string) => void
  /** Asked now and then: whether the records given so far are all that is wanted. */
  readonly enough?: () => boolean
}

/**
 * Reads records one by one: a broken line or element is reported and the rest goes on. An array without its end, or
 * with something after it, is a failure.
 */
export async function readJsonRecords(source: Source, options: JsonOptions): Promise<ReadOutcome> {
  function take(text: string, line: number): void {
    const parsed = parseJsonRecord(text)
    if (parsed.ok) options.onRecord(parsed.value, line)
    else options.onBroken(line, parsed.message, text)
  }

  if (options.within !== undefined) return readWithin(source, options, options.within, take)
  if (options.kind === 'jsonl') {
    const give = (text: string, line: number): void => {
      if (text.trim() !== '') take(text, line)
    }
    return readLines(source, give, options.enough, options.form)
  }
  const splitter = createArraySplitter(take)
  const outcome = await readLines(source, splitter.line, options.enough, options.form)
  if (outcome.failure !== undefined || options.enough?.() === true) return outcome
  const wrong = splitter.end()
  if (wrong === undefined) return outcome
  const failure = { severity: 'error', code: 'broken-json', ...wrong, file: source.path } as const
  return { facts: outcome.facts, failure }
}

async function readWithin(
  source: Source,
  options: JsonOptions,
  field: string,
  take: (text: string, line: number) => void,
): Promise<ReadOutcome> {
  const splitter = createWithinSplitter(field, take)
  const outcome = await readLines(source, splitter.line, options.enough, options.form)
  if (outcome.failure !== undefined || options.enough?.() === true) return outcome
  const around = parseJsonRecord(splitter.around())
  const wrong = splitter.end() ?? (around.ok ? undefined : { message: around.message, line: 1 })
  if (wrong === undefined) {
    if (around.ok) options.onAround?.(around.value)
    return outcome
  }
  const failure = { severity: 'error', code: 'broken-json', ...wrong, file: source.path } as const
  return { facts: outcome.facts, failure }
}
