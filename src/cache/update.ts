import type { ListSource } from '../lists/sources.js'
import type { ListOutcome, ListOutcomes } from '../model/list-cache.js'
import type { Problem } from '../model/problem.js'
import { diskTrouble } from './disk-trouble.js'
import { failedWith } from './settle.js'
import { clearStaging } from './staging.js'
import { readStored } from './store.js'
import { updateList, type UpdateHow } from './update-list.js'

export { openClient } from '../fetch/client.js'
export type { UpdateHow } from './update-list.js'

/** Sources that are asked at once. */
const AT_ONCE = 4

/** Fetches lists: what goes wrong with one leaves its last version standing, and the others go on. */
export async function updateLists(
  cache: string,
  sources: readonly ListSource[],
  how: UpdateHow,
): Promise<ListOutcomes> {
  await clearStaging(cache, how.clock.now())
  const results = new Map<string, ListOutcome>()
  const problems = new Map<string, readonly Problem[]>()
  const waiting = [...sources]
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      const { outcome, problems: its } = await updateOne(cache, source, how)
      results.set(source.name, outcome)
      problems.set(source.name, its)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const said = [...sources.flatMap(({ name }) => problems.get(name) ?? []), ...(await readStored(cache)).problems]
  return {
    cache,
    lists: sources.flatMap(({ name }) => results.get(name) ?? []),
    complete: said.every(({ severity }) => severity !== 'error'),
    problems: said,
  }
}

async function updateOne(cache: string, source: ListSource, how: UpdateHow) {
  try {
    return await updateList(cache, source, how)
  } catch (error) {
    const newest = (await readStored(cache, source.name)).lists[0]?.versions.at(-1)
    return { outcome: failedWith(source.name, newest), problems: [diskTrouble(source.name, error)] }
  }
}
