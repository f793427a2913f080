/**
 * Ids that are one beginning and a number of fixed width, such as `P0001234`, which most systems give. They are found by their numbers in a column
 * of four bytes each, where the table of all ids has sixteen at places without order: 20 million look-ups took 1.6 s there.
 */
export interface IdForm {
  readonly beginning: Uint8Array
  readonly digits: number
}

const FEWEST_DIGITS = 3
const LONGEST_BEGINNING = 8
/** Fewer ids tell nothing of the others. */
const SAMPLE = 1024

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function formOf(bytes: Uint8Array, start: number, end: number, mostDigits: number): IdForm | undefined {
  let digits = 0
  while (digits < mostDigits && end - digits > start && isDigit(bytes[end - digits - 1] ?? 0)) digits++
  if (digits < FEWEST_DIGITS || end - start - digits > LONGEST_BEGINNING) return undefined
  return { beginning: bytes.slice(start, end - digits), digits }
}

/**
 * The form of more than half of these ids; `undefined` where there is none, or where they are too few to tell.
 *
 * @param bounds beginning and end of each.
 */
export function commonForm(
  bytes: Uint8Array,
  bounds: Int32Array,
  count: number,
  mostDigits: number,
): IdForm | undefined {
  if (count < SAMPLE) return undefined
  const seen = new Map<string, { readonly form: IdForm; times: number }>()
  for (let at = 0; at < SAMPLE; at++) {
    const form = formOf(bytes, bounds[at * 2] ?? 0, bounds[at * 2 + 1] ?? 0, mostDigits)
    if (form === undefined) continue
    const key = `${form.digits} ${form.beginning.join(' ')}`
    const known = seen.get(key)
    if (known === undefined) seen.set(key, { form, times: 1 })
    else known.times++
  }
  return [...seen.values()].find(({ times }) => times * 2 > SAMPLE)?.form
}
