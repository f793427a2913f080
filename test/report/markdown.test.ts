import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { markdownCode, markdownHtml, markdownText } from '../../src/report/markdown-text.js'
import { renderReport } from '../../src/report/render.js'
import { CASE } from './sample-case.js'
import { HOSTILE, HOSTILE_NAMES } from './sample-hostile.js'
import { MIXED } from './sample-mixed.js'
import { CLEAR, INCOMPLETE } from './sample-plain.js'
import { SAMPLES } from './samples.js'
import type { Report } from '../../src/model/report.js'

// As wide open as a host could be: HTML is let through, and bare addresses become links.
const reader = new MarkdownIt({ html: true, linkify: true })

async function markdown(report: Report): Promise<string> {
  return [...(await renderReport(report, 'markdown', { color: false, verbose: false, quiet: false }))].join('')
}

type Token = ReturnType<typeof reader.parse>[number]

const flat = (tokens: readonly Token[]): readonly Token[] =>
  tokens.flatMap((token) => [token, ...flat(token.children ?? [])])

/** Everything in a text that does something: links, images, HTML that is not ours, mentions and references. */
function live(text: string): string[] {
  const tokens = flat(reader.parse(text, {}))
  const html = tokens
    .filter((token) => token.type.startsWith('html_'))
    .flatMap((token) => [...token.content.matchAll(/<(?!!-- -->)\/?[a-z!?][^>]*>/giu)].map(([tag]) => tag))
  const foreign = html.filter((tag) => !/^<\/?(?:details|summary|code|b)>$/u.test(tag))
  const acting = tokens.filter((token) => /^(?:link|image)/u.test(token.type)).map((token) => token.type)
  const said = tokens.filter((token) => token.type === 'text').map((token) => token.content)
  const mentions = said.flatMap((part) => part.match(/(?:@|#|(?<=\s)!)\w+|https?:\/\/|www\.\w/giu) ?? [])
  return [...foreign, ...acting, ...mentions]
}

const NASTY = [
  ...HOSTILE_NAMES,
  '@torvalds please look',
  'fixes #12 and closes GH-3',
  '![x](https://evil.example/p.png)',
  '<https://evil.example>',
  'https://evil.example/a?b=c',
  'www.evil.example',
  'someone@evil.example',
  '[x]: https://evil.example',
  '<img src=x onerror=alert(1)>',
  '</summary></details><script>alert(1)</script>',
  '<!-- hidden',
  '&lt;script&gt;',
  '``` fence',
  '1. item',
  '# heading',
  '- [ ] task',
  '> quote',
  'a | b | c',
  '$\\rm x$',
  ':tada:',
  '\\@name',
  '~~gone~~ ~label !7 %3',
]

describe('markdown', () => {
  test.each([...SAMPLES])('%s holds nothing live', async (_name, report) => {
    expect(live(await markdown(report))).toEqual([])
  })

  test.each(NASTY.map((name) => [name]))('%j is text, and nothing else', (name) => {
    expect(live(markdownText(name))).toEqual([])
    expect(live(`- ${markdownText(name)}`)).toEqual([])
    expect(live(`## ${markdownText(name)}`)).toEqual([])
    expect(live(markdownCode(name))).toEqual([])
    expect(live(`<details><summary>${markdownHtml(name)}</summary>`)).toEqual([])
  })

  test('a cell stays a cell, whatever it holds', () => {
    for (const name of NASTY) {
      const table = `| a | b |\n| --- | --- |\n| ${markdownText(name)} | ${markdownCode(name)} |\n`
      const cells = reader.parse(table, {}).filter((token) => token.type === 'td_open')
      expect(cells).toHaveLength(2)
    }
  })

  test('no text of any characters becomes live', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'<>[]()!@#`*_|\\&;:/.w~$%-=+ \nahtp1'), maxLength: 40 })
    fc.assert(
      fc.property(nasty, (name) => {
        expect(live(`x ${markdownText(name)} y`)).toEqual([])
        expect(live(`x ${markdownCode(name)} y`)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('a name reads as it is written', () => {
    const shown = reader.renderInline(markdownText('Müller_& <Co> *GmbH* (#1)')).replaceAll('<!-- -->', '')
    expect(shown).toBe('Müller_&amp; &lt;Co&gt; *GmbH* (#1)')
  })

  test('gives the verdict first, then each target once, and what was read', async () => {
    const text = await markdown(CASE)
    expect(text).toMatch(/^\*\*FLAGGED\*\* /)
    const headings = text.match(/^## .*$/gmu) ?? []
    expect(new Set(headings).size).toBe(headings.length)
    for (const { id } of CASE.findings) expect(text).toContain(id)
    expect(text).toContain('What was read')
  })

  test('never calls an incomplete screening clear', async () => {
    expect(await markdown(INCOMPLETE)).toMatch(/^\*\*NOT COMPLETE\*\* /)
    expect(await markdown(CLEAR)).toMatch(/^\*\*CLEAR\*\* /)
  })

  test('tells what was waived, by whom and why', async () => {
    const [waived] = MIXED.waived
    expect(await markdown(MIXED)).toContain(markdownText(waived?.decision.reason ?? 'none'))
  })

  test('every finding is folded, and every fold is closed', async () => {
    const text = await markdown(HOSTILE)
    // One more of what was read, and one of the questions about the one match.
    expect(text.match(/<details>/gu)).toHaveLength(HOSTILE.findings.length + 2)
    expect(text.match(/<\/details>/gu)).toHaveLength(HOSTILE.findings.length + 2)
  })
})
