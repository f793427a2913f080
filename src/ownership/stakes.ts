import type { ControlForm } from './rules.js'

/** Stakes in force on the day asked for, or perhaps so, as columns: a register has millions. */
export interface Stakes {
  readonly count: number
  readonly owner: Int32Array
  readonly owned: Int32Array
  /** 1 where the stake is one of votes, 0 of shares. */
  readonly votes: Uint8Array
  /** 1 where its days leave no doubt that it is in force. */
  readonly sure: Uint8Array
  /** Exact decimal text, 0 to 100; `undefined` where the record does not say. */
  readonly percent: readonly (string | undefined)[]
  /** What the caller knows the stake by. */
  readonly link: Int32Array
}

export interface Control {
  readonly controller: number
  readonly controlled: number
  readonly form: ControlForm
  readonly sure: boolean
  readonly link: number
}

/** Two holders that act together. */
export interface JointArrangement {
  readonly a: number
  readonly b: number
  readonly sure: boolean
  readonly link: number
}

export interface OwnershipRecords {
  readonly partyCount: number
  readonly stakes: Stakes
  readonly controls: readonly Control[]
  readonly joints: readonly JointArrangement[]
}
