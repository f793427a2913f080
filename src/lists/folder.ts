import { readdir } from 'node:fs/promises'
import { compareCodePoints } from '../model/order.js'
import type { ProblemSink } from '../model/problem.js'
import { quote } from '../records/quote.js'
import { fileSource, whyNot } from '../sources/file.js'
import type { ListFile, LoadedList } from './loaded.js'
import { recognise, type Recognised } from './registry.js'
import { unusable } from './unusable.js'

/**
 * Reads every list file of a folder, in code-point order of their names. A file that belongs to a main file is read with it; other files
 * are named once, because one of them may have been meant. Hidden files and folders within are left alone.
 */
export async function loadFolder(folder: ListFile, problems: ProblemSink): Promise<readonly LoadedList[]> {
  const names = await filesIn(folder.path, problems)
  const said = folder.source.said === undefined ? {} : { said: folder.source.said }
  const lists: LoadedList[] = []
  const others: OtherFile[] = []
  for (const name of names ?? []) {
    const path = `${folder.path.replace(/(?<=.)\/+$/, '')}/${name}`
    const file = {
      path,
      source: { ...fileSource(path), ...said },
      ...(folder.day === undefined ? {} : { day: folder.day }),
    }
    const recognised = await recognise(file)
    if (recognised.kind === 'list') lists.push(await recognised.load(problems))
    else others.push({ file, name, recognised })
  }

  const read = new Set(lists.flatMap((list) => list.inputs.map((input) => input.path)))
  const left = others.filter(({ file }) => !read.has(file.path))
  for (const { file, recognised } of left.filter(isLoss)) {
    problems(recognised.problem)
    lists.push(await unusable(file))
  }
  nameOthers(
    folder.path,
    left.filter((other) => !isLoss(other)),
    problems,
  )
  if (names !== undefined && read.size === 0) {
    const message = `expected a folder with list files, got ${names.length === 0 ? 'one without files' : 'none among its files'}`
    problems({ severity: 'error', code: 'no-lists', message, file: folder.path })
  }
  return lists
}

interface OtherFile {
  readonly file: ListFile
  readonly name: string
  readonly recognised: Exclude<Recognised, { kind: 'list' }>
}

/** Whether leaving the file out may leave out a list: that is an error, as it is for a file that was given by its own name. */
function isLoss({ recognised }: OtherFile): boolean {
  return recognised.kind === 'companion' || recognised.mayBeList
}

function nameOthers(folder: string, others: readonly OtherFile[], problems: ProblemSink): void {
  if (others.length === 0) return
  const what = others.length === 1 ? 'a file is no list and is' : `${others.length} files are no lists and are`
  const message = `${what} left out: ${others.map(({ name }) => quote(name)).join(', ')}`
  problems({ severity: 'warning', code: 'not-lists', message, file: folder })
}

async function filesIn(path: string, problems: ProblemSink): Promise<readonly string[] | undefined> {
  try {
    const found = await readdir(path, { withFileTypes: true })
    const files = found.filter((each) => !each.isDirectory() && !each.name.startsWith('.'))
    return files.map((each) => each.name).sort(compareCodePoints)
  } catch (error) {
    problems({
      severity: 'error',
      code: 'unreadable',
      message: `the folder can't be read: ${whyNot(error)}`,
      file: path,
    })
    return undefined
  }
}
