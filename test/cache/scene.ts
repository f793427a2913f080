import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClient } from '../../src/fetch/client.js'
import { updateLists } from '../../src/cache/update.js'
import { readStored } from '../../src/cache/store.js'
import { changeOf } from '../../src/cache/verify.js'
import type { ListSource } from '../../src/lists/sources.js'
import type { ListOutcomes, Version } from '../../src/model/list-cache.js'

/** A UN list of a day with so many entries. */
export function unList(day: string, entries: number): string {
  const each = Array.from(
    { length: entries },
    (_, at) => `<ENTITY><DATAID>${at}</DATAID><FIRST_NAME>HOUSE OF ${letters(at)}</FIRST_NAME>
<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>${letters(at)} HALL</ALIAS_NAME></ENTITY_ALIAS><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.${at}</REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON></ENTITY>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="${day}T00:00:00.000Z"><INDIVIDUALS/><ENTITIES>${each.join('\n')}</ENTITIES></CONSOLIDATED_LIST>
`
}

const letters = (at: number) =>
  `${String.fromCodePoint(65 + (at % 26))}${String.fromCodePoint(65 + Math.floor(at / 26))}LORD`

/** A cache in a folder of its own, and updates of it that wait for nothing. */
export interface CacheScene {
  readonly cache: string
  readonly waits: readonly number[]
  update(sources: readonly ListSource[], more?: Partial<Parameters<typeof updateLists>[2]>): Promise<ListOutcomes>
  versions(name?: string): Promise<readonly Version[]>
  /** Versions whose files are not what they were taken as, and records that can't be read. */
  damage(): Promise<readonly string[]>
  remove(): void
}

/** Some hours into 25 November 2026. */
export const NOW = Date.UTC(2026, 10, 25, 9)

export function makeCache(): CacheScene {
  const cache = mkdtempSync(join(tmpdir(), 'hopscreen-cache-'))
  const waits: number[] = []
  return {
    cache,
    waits,
    async update(sources, more = {}) {
      const client = openClient({ http: '', https: '', none: '' }, 400)
      return updateLists(cache, sources, {
        client,
        clock: {
          now: () => NOW,
          wait: async (ms) => {
            waits.push(ms)
          },
        },
        maxDrop: 10,
        acceptFormat: false,
        acceptTerms: false,
        retries: 2,
        timeoutMs: 800,
        maxBytes: 1 << 22,
        progress: () => undefined,
        ...more,
      }).finally(() => client.close())
    },
    async versions(name = 'un') {
      return (await readStored(cache, name)).lists[0]?.versions ?? []
    },
    async damage() {
      const { lists, problems } = await readStored(cache)
      const changes: string[] = problems.map(({ message }) => message)
      for (const version of lists.flatMap((list) => list.versions)) {
        const change = await changeOf(cache, version)
        if (change !== undefined) changes.push(change)
      }
      return changes
    },
    remove: () => rmSync(cache, { recursive: true, force: true }),
  }
}

export function unSource(origin: string, hosts: readonly string[] = []): ListSource {
  const files = [{ name: 'un.xml', url: `${origin}/un.xml` }]
  return { name: 'un', title: 'UN', files, formats: ['un-xml'], hosts }
}
