import { expect, test } from '@jest/globals'
import stringWidth from 'string-width'
import { typesetterFor } from '../../src/report/typesetter.js'
import { HOSTILE_NAMES } from './sample-hostile.js'

const LOOK = { color: false, verbose: false, quiet: false }

test('every character of the basic plane is as wide as string-width has it', async () => {
  const { measure } = await typesetterFor({ ...LOOK, width: 80 })
  const wrong = Array.from({ length: 0xd800 }, (_, at) => String.fromCharCode(at)).filter(
    (text) => measure(text) !== stringWidth(text),
  )
  expect(wrong).toEqual([])
  for (const name of HOSTILE_NAMES) expect([name, measure(name)]).toEqual([name, stringWidth(name)])
})

test('colour and width are those of the look, whatever the environment says', async () => {
  const plain = await typesetterFor(LOOK)
  const coloured = await typesetterFor({ ...LOOK, color: true })
  expect(plain.width).toBeUndefined()
  expect(plain.paint('x', 'grave')).toBe('x')
  expect(coloured.paint('x', 'near')).toBe('\u001b[31mx\u001b[39m')
  expect(coloured.paint('x', undefined)).toBe('x')
})
