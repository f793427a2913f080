import { describe, expect, test } from '@jest/globals'
import { mayRedirect } from '../../src/fetch/hosts.js'

const HOSTS = ['.treas.gov', 'cdn.example:8443']

describe('a redirect may go', () => {
  test.each([
    ['https://lists.example/a', 'https://lists.example/b', true],
    ['https://lists.example/a', 'https://lists.example:8443/b', false],
    ['https://lists.example/a', 'http://lists.example/b', false],
    ['http://lists.example/a', 'https://lists.example/b', true],
    ['http://lists.example/a', 'http://lists.example/b', true],
    ['https://lists.example/a', 'https://www.treas.gov/b', true],
    ['https://lists.example/a', 'https://treas.gov.evil.example/b', false],
    ['https://lists.example/a', 'https://eviltreas.gov/b', false],
    ['https://lists.example/a', 'https://cdn.example:8443/b', true],
    ['https://lists.example/a', 'https://cdn.example/b', false],
    ['https://lists.example/a', 'https://user:word@lists.example/b', false],
    ['https://lists.example/a', 'ftp://lists.example/b', false],
    ['https://lists.example/a', 'data:text/csv,name', false],
  ])('from %s to %s: %p', (from, to, may) => {
    expect(mayRedirect(new URL(from), new URL(to), HOSTS)).toBe(may)
  })
})
