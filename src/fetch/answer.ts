/** What a file was last said to be, so that a server need not send it again. */
export interface Known {
  readonly etag?: string
  readonly lastModified?: string
}

/** Why a file was not fetched, and what a person can do. */
export interface FetchFailure {
  readonly kind: 'failed'
  readonly message: string
  readonly hint: string
}

/** A body that was kept, unpacked, or that is none that may be. */
export type KeptBody =
  | { readonly kind: 'written'; readonly bytes: number; readonly sha256: string }
  | { readonly kind: 'too-big' | 'not-packed'; readonly message: string }

export interface FetchedFile {
  readonly kind: 'fetched'
  /** From where, redirects followed; without what may be secret. */
  readonly url: string
  /** Those that say what the file is. */
  readonly headers: Readonly<Record<string, string>>
  /** Unpacked. */
  readonly bytes: number
  readonly sha256: string
}

/** The server says that it is still what it was. */
export interface UnchangedFile {
  readonly kind: 'unchanged'
  readonly headers: Readonly<Record<string, string>>
}

export type FetchResult = FetchedFile | UnchangedFile | FetchFailure

/** Trouble that may be gone in a moment. */
export interface TryAgain {
  readonly kind: 'again'
  readonly message: string
  readonly hint: string
  /** What the server asks to wait. */
  readonly waitMs?: number
}

export const IMPORT_HINT = 'or fetch it in a browser and take it by hand: hopscreen lists import <file>'
