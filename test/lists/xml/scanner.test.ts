import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { createXmlScanner } from '../../../src/lists/xml/scanner.js'
import { publishedFile } from '../published-file.js'

const SMALL = 30_000

type Event = string
/** What a document says, or that it is none. Blanks between tags say nothing, and texts that follow each other are one. */
type Reading = readonly Event[] | 'wrong'

function together(events: readonly Event[]): readonly Event[] {
  const all: Event[] = []
  for (const event of events) {
    const before = all.at(-1)
    if (event.startsWith('"') && before?.startsWith('"') === true) all[all.length - 1] = before + event.slice(1)
    else all.push(event)
  }
  return all
    .filter((event) => !/^"\s*$/.test(event))
    .map((event) => event.replaceAll(/\s+/g, ' ').replace(/^" | $/g, (edge) => edge.trim()))
}

const opened = (name: string, attributes: ReadonlyMap<string, string>, line: number): Event =>
  `<${name} ${JSON.stringify([...attributes])} ${line}`

function ours(bytes: Buffer, chunk = bytes.length): Reading {
  const events: Event[] = []
  const scanner = createXmlScanner({
    open: (name, attributes, line) =>
      events.push(opened(name, new Map(attributes.map((each) => [each.name, each.value])), line)),
    close: () => events.push('>'),
    bytes: (piece, from, to) => events.push(`"${piece.toString('utf8', from, to)}`),
    text: (text) => events.push(`"${text}`),
    blank: () => events.push('" '),
    wantsText: () => true,
  })
  for (let at = 0; at < bytes.length; at += Math.max(1, chunk)) scanner.write(bytes.subarray(at, at + chunk))
  return scanner.end() === undefined ? together(events) : 'wrong'
}

/** The parser that the scanner is held against, with what lists are refused for beside. */
function theirs(bytes: Buffer): Reading {
  const events: Event[] = []
  let isWrong = false
  const parser = new SaxesParser({ xmlns: true, position: true })
  parser.on('error', () => (isWrong = true))
  parser.on('doctype', () => (isWrong = true))
  // It takes `<?x?l?>` for an instruction of the name `x`, though no blank ends the name.
  parser.on('processinginstruction', ({ target, body }) => {
    if (body.startsWith('?') && bytes.includes(`<?${target}?`)) isWrong = true
  })
  let encoding: string | undefined
  parser.on('opentag', (tag) => {
    encoding = parser.xmlDecl.encoding
    const attributes = new Map<string, string>()
    for (const { prefix, local, value } of Object.values(tag.attributes))
      if (prefix !== 'xmlns' && local !== 'xmlns') attributes.set(local, value)
    events.push(opened(tag.local, attributes, parser.line))
  })
  parser.on('text', (text) => events.push(`"${text}`))
  parser.on('cdata', (text) => events.push(`"${text}`))
  parser.on('closetag', () => events.push('>'))
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    parser.close()
  } catch {
    return 'wrong'
  }
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) return 'wrong'
  return isWrong ? 'wrong' : together(events)
}

const same = (text: string, chunk?: number): void => {
  const bytes = Buffer.from(text)
  expect([text, ours(bytes, chunk)]).toEqual([text, theirs(bytes)])
}

test('a question mark ends no name of an instruction', () => {
  expect(ours(Buffer.from('<?x?l version="1.0"?>\n<a/>'))).toBe('wrong')
})

describe('the same as a parser of text', () => {
  test.each([
    '<a/>',
    '<a></a>',
    '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<a>x</a>\n',
    "<?xml version='1.0'?><a/>",
    '<?xml version="1.0" encoding="utf-8" standalone="yes" ?><!-- c --><?pi x?><a><!-- - --><?pi?></a><!--e-->',
    ' <?xml version="1.0"?><a/>',
    '<?xml version="2.0"?><a/>',
    '<?xml encoding="UTF-8"?><a/>',
    '<?xml version="1.0" encoding="UTF-16"?><a/>',
    '<a><?xml version="1.0"?></a>',
    '<a><?XML x?></a>',
    '<a><? x?></a>',
    '<a><?p:i x?></a>',
    '<a b="1" c=\'2\'/>',
    '<a\n b = "1"\r\n\tc="2"\n>\n<b\n/></a >',
    '<a b="1"c="2"/>',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<a b/>',
    '<a b="<"/>',
    '<a b=">]]>"/>',
    '<a b="x\n\ty\r\nz&#10;w"/>',
    '<a b="&lt;&#65;&#x41;&quot;&apos;"/>',
    '<a b="&x;"/>',
    '<a b="&lt"/>',
    '<a / >',
    '< a/>',
    '<a/><b/>',
    '<a/>x',
    'x<a/>',
    '<a>&amp;&lt;&gt;&#x10FFFF;</a>',
    '<a>&#0;</a>',
    '<a>&#xFFFE;</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a>&;</a>',
    '<a>& </a>',
    '<a>&nbsp;</a>',
    '<a>x ]]> y</a>',
    '<a>x ]] > y ]></a>',
    '<a>\u0001</a>',
    '<a>\uFFFE</a>',
    '<a>\uFFFD\uFEFF</a>',
    '<a>\u0085\u2028</a>',
    '<a><![CDATA[<x>&amp;]] ]]></a>',
    '<a><![CDATA[\u0001]]></a>',
    '<![CDATA[x]]><a/>',
    '<a><![CDATA[x</a>',
    '<a><![cdata[x]]></a>',
    '<a><!-- x -- y --></a>',
    '<a><!-- x ---></a>',
    '<a><!----></a>',
    '<a><!-></a>',
    '<a><!-- \uFFFF --></a>',
    '<a><!ELEMENT x></a>',
    '<!DOCTYPE a><a/>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<!doctype html><html/>',
    '<a><b></a></b>',
    '<a></b>',
    '<a></a b>',
    '<a></ a>',
    '<a></a',
    '<a',
    '<a b="',
    '</a>',
    '',
    '   ',
    '<?xml version="1.0"?>',
    '<é à="ü">日本</é>',
    '<1a/>',
    '<-a/>',
    '<a·b/>',
    '<·a/>',
    '<a 1b="x"/>',
    '<p:a xmlns:p="u"/>',
    '<p:a/>',
    '<a p:b="1"/>',
    '<a xmlns:p="u" p:b="1" b="2"/>',
    '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
    '<a xmlns:p="u"><p:b/></a>',
    '<a><b xmlns:p="u"/><p:c/></a>',
    '<a xmlns="u"><b xmlns=""/></a>',
    '<a xmlns:p=""/>',
    '<a xmlns:xmlns="u"/>',
    '<a xmlns:xml="u"/>',
    '<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:lang="en"/>',
    '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>',
    '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
    '<a xml:lang="en"/>',
    '<a:b:c xmlns:a="u"/>',
    '<:a/>',
    '<a:/>',
    '<a :b="1"/>',
    '<__proto__ constructor="1"/>',
    '<a>\r\n\r\n<b/>\r<c/>\n</a>',
    '<a><b></b\r><c></c\r\n><d></d\n><e/></a>',
    '<a><é></é\r><é></é\r\n ><é></é\n\t><e/></a>',
    '<é></é\u00a0>',
  ])('%j', (text) => {
    for (const chunk of [1, 2, 3, 7, 1000]) same(text, chunk)
  })

  const PIECES = [
    ...[
      '<a>',
      '</a>',
      '<b c="1">',
      '</b>',
      '<d/>',
      '<p:e xmlns:p="u" p:f="2">',
      '</p:e>',
      '<g\n h=\'&lt;\' i="é">',
      '</g>',
    ],
    ...[
      'x',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '&amp;',
      '&#65;',
      '&bad;',
      ']]',
      '>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '--',
      '<?p ',
      '?>',
    ],
    ...['é', '日', '\u{1F600}', '\uFFFE', '"', "'", '=', '<', '/', '\t'],
  ]

  test('for anything made of the pieces of documents', () => {
    const body = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => `<a>${pieces.join('')}</a>`)
    fc.assert(
      fc.property(body, fc.integer({ min: 1, max: 9 }), (text, chunk) => same(text, chunk)),
      { numRuns: 2000 },
    )
  })

  test('for any bytes that are no UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (inner, chunk) => {
        const bytes = Buffer.concat([Buffer.from('<a>'), inner, Buffer.from('</a>')])
        expect(ours(bytes, chunk)).toEqual(theirs(bytes))
      }),
      { numRuns: 1000 },
    )
  })

  for (const name of [
    'un-2026/UN_consolidated.xml',
    'uk-uksl-xml-extract-2026-09-07/UK-Sanctions-List.xml',
    'ofac-cons-xml-2024-05-06/consolidated.xml',
    'ofac-enhanced-xml-2024-08-28/IRGC_sanctions_extract.xml',
    'eu-fsf-xml-1.1-extract-2026-08-05/fsf.xml',
  ]) {
    const file = publishedFile(name)
    file.testHere(`for ${name}, whole and with a byte changed`, () => {
      const bytes = Buffer.from(file.text())
      const whole = ours(bytes, 65_536)
      expect(whole).toEqual(theirs(bytes))
      expect(whole.length).toBeGreaterThan(100)
      // Of a long one each mutant is as long.
      if (bytes.length > SMALL) return
      fc.assert(
        fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.integer({ min: 1, max: 500 }), (at, byte, chunk) => {
          const changed = Buffer.from(bytes)
          changed[at] = byte
          expect(ours(changed, chunk)).toEqual(theirs(changed))
        }),
        { numRuns: 200 },
      )
    })
  }
})
