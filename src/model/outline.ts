import type { Evidence, Finding, Step } from './report.js'

/**
 * Something as others of its form are but for some texts, in whose places it has marks: what is written of it, cut at the marks, is what is written of
 * all of that form.
 */
export interface Specimen<T> {
  readonly its: T
  /** How each mark is written in JSON, without quotes; none is in the rest of what is written. A text that comes several times has one. */
  readonly marks: readonly string[]
  /** Places of the texts in which there may be what JSON escapes. */
  readonly foreign: readonly number[]
}

/** A specimen, the same object for all of one form, and the texts that stand in the places of its marks. */
export interface Outlined<T> {
  readonly specimen: Specimen<T>
  readonly texts: readonly string[]
}

/** A step whose specimen has one piece of evidence, and the pieces after it. */
export interface OutlinedStep extends Outlined<Step> {
  readonly more: readonly Outlined<Evidence>[]
}

/** A finding whose specimen has one step with one piece of evidence, the pieces after that one, and the steps after that one. */
export interface OutlinedFinding extends Outlined<Finding> {
  readonly more: readonly Outlined<Evidence>[]
  /** A number for each step, the same wherever the step comes again. */
  readonly rest: readonly number[]
  /** The number of its first step where that comes again in the chains of others. */
  readonly own: number | undefined
}

/** Findings as outlines, for writers that go through a million. */
export interface Outlines {
  /** `undefined` where the finding at this place has to be told as a whole. */
  at(index: number): OutlinedFinding | undefined
  /** The step of a number that an outline gave; `undefined` where it has to be told as a whole, and so the findings that it is in. */
  stepOf(number: number): OutlinedStep | undefined
}
