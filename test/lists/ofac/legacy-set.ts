const N = '-0- '

export interface SetRow {
  readonly uid: number
  readonly name: string
  readonly type?: 'individual' | 'vessel' | 'aircraft'
  readonly programs?: string
  readonly callSign?: string
  readonly flag?: string
  readonly owner?: string
  readonly remarks?: string
}

function cell(text: string | undefined): string {
  return text === undefined ? N : `"${text.replaceAll('"', '""')}"`
}

function file(rows: readonly (readonly string[])[]): string {
  return `${rows.map((cells) => `${cells.join(',')}\r\n`).join('')}\u001A`
}

/** Main file as OFAC writes it: no header, CRLF, `-0- ` for nothing, 0x1A at the end. */
export function mainFile(rows: readonly SetRow[]): string {
  return file(
    rows.map(({ uid, name, type, programs, callSign, flag, owner, remarks }) => [
      String(uid),
      cell(name),
      cell(type),
      cell(programs ?? 'SDGT'),
      N,
      cell(callSign),
      N,
      N,
      N,
      cell(flag),
      cell(owner),
      cell(remarks),
    ]),
  )
}

export function altFile(rows: readonly (readonly [uid: number, kind: string, name: string])[]): string {
  return file(rows.map(([uid, kind, name], index) => [String(uid), String(index + 1), cell(kind), cell(name), N]))
}

export function addFile(
  rows: readonly (readonly [uid: number, street?: string | undefined, city?: string | undefined, country?: string])[],
): string {
  return file(
    rows.map(([uid, street, city, country], index) => [
      String(uid),
      String(index + 1),
      cell(street),
      cell(city),
      cell(country),
      N,
    ]),
  )
}

export function commentsFile(rows: readonly (readonly [uid: number, text: string])[]): string {
  return file(rows.map(([uid, text]) => [String(uid), cell(text)]))
}

/** A small set of made-up parties that has every quirk once. */
export const ROWS: readonly SetRow[] = [
  {
    uid: 7,
    name: 'NORTHERN OPTICS PLANT, JSC',
    programs: 'BELARUS-EO14038',
    remarks: 'Tax ID No. 600111222 (Belarus); Organization Established Date 1971.',
  },
  {
    uid: 12,
    name: 'DOE, Ivan "Vanya"',
    type: 'individual',
    programs: 'SDGT] [IRGC',
    remarks:
      "DOB 02 Mar 1961; POB Gomel, Belarus; nationality Russia; Identification Number 4455 (Russia); a.k.a. 'THE CLERK'; Linked To: NORTHERN OPTICS PLANT, JSC.",
  },
  {
    uid: 30,
    name: 'SEA HERON',
    type: 'vessel',
    callSign: 'T2ZZ4',
    flag: 'Panama',
    owner: 'Heron Lines',
    remarks: 'Vessel Registration Identification IMO 9111222.',
  },
  { uid: 31, name: 'EP-XYZ', type: 'aircraft', remarks: 'Aircraft Operator Heron Air.' },
  { uid: 44, name: 'PLAIN TRADING', programs: 'CUBA' },
]

export const SET: Readonly<Record<string, string>> = {
  'sdn.csv': mainFile(ROWS),
  'alt.csv': altFile([
    [7, 'aka', 'SEVERNAYA OPTIKA'],
    [7, 'fka', 'PLANT NO. 5'],
    [12, 'aka', 'DOW, Ivan'],
    [44, 'nka', 'PLAIN HOLDING'],
  ]),
  'add.csv': addFile([
    [7, '1 Glass St.', 'Rogachev 247250', 'Belarus'],
    [7, undefined, 'Minsk', 'Belarus'],
    [12, undefined, undefined, 'undetermined'],
    [30],
    [31],
    [44, undefined, undefined, 'Korea, North'],
  ]),
  'sdn_comments.csv': commentsFile([]),
}
