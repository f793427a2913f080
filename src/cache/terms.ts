import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ListSource } from '../lists/sources.js'
import type { Problem } from '../model/problem.js'
import { replaceDurably } from './durable.js'
import { listsFolder } from './layout.js'

const fileOf = (cache: string, name: string): string => join(listsFolder(cache), name, 'terms.json')

/** What keeps a source from being fetched: terms of use that nobody has accepted in this cache yet. */
export async function unacceptedTerms(
  cache: string,
  source: ListSource,
  accept: boolean,
): Promise<Problem | undefined> {
  const { name, title, terms } = source
  if (terms === undefined || accept) return undefined
  const isAccepted = await stat(fileOf(cache, name)).then(
    () => true,
    () => false,
  )
  if (isAccepted) return undefined
  const message = `${title} is not fetched: ${terms.text}`
  const hint = `read ${terms.url}; where you may use it: hopscreen lists update ${name} --accept-terms`
  return { severity: 'error', code: 'terms-not-accepted', message, hint }
}

/** Keeps that the terms were accepted, and which. */
export async function keepAcceptance(cache: string, { name, terms }: ListSource, acceptedAt: string): Promise<void> {
  if (terms === undefined) return
  await mkdir(join(listsFolder(cache), name), { recursive: true })
  await replaceDurably(fileOf(cache, name), `${JSON.stringify({ acceptedAt, ...terms }, undefined, 2)}\n`)
}
