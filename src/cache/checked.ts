import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceDurably } from './durable.js'
import { listsFolder } from './layout.js'

const schema = z.strictObject({
  /** When the publisher last gave the newest, or said that nothing is newer. */
  checkedAt: z.string(),
  /** The version of which the marks below are. */
  hash: z.string(),
  files: z.array(
    z.strictObject({
      name: z.string(),
      url: z.string(),
      etag: z.exactOptional(z.string()),
      lastModified: z.exactOptional(z.string()),
    }),
  ),
})

/** What a server said of the files of the newest version when it was last asked: nothing that a screening needs. */
export type Checked = z.infer<typeof schema>

const fileOf = (cache: string, name: string): string => join(listsFolder(cache), name, 'checked.json')

/** `undefined` where there is none that can be used: then everything is asked for anew. */
export async function readChecked(cache: string, name: string): Promise<Checked | undefined> {
  const text = await readFile(fileOf(cache, name), 'utf8').catch(() => '')
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export async function writeChecked(cache: string, name: string, checked: Checked): Promise<void> {
  await mkdir(join(listsFolder(cache), name), { recursive: true })
  await replaceDurably(fileOf(cache, name), `${JSON.stringify(checked, undefined, 2)}\n`)
}
