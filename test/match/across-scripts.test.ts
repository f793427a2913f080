import { describe, expect, test } from '@jest/globals'
import { compareNames } from '../../src/match/compare.js'
import type { PartyType } from '../../src/model/record.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

const verdict = (a: string, b: string, type: PartyType): string => compareNames(a, b, type, DEFAULT_THRESHOLDS).verdict

describe('persons across scripts', () => {
  test.each([
    ['Karim Nasser Haddad', 'كريم ناصر حداد'],
    ['HADDAD Karim', 'کریم حداد'],
    ['Abdur Rahman Wardak', 'عبدالرحمن وردک'],
    ['Rahmatullah Faizi', 'رحمت الله فیضی'],
    ['Youssef Ben Khalil', 'يوسف بن خليل'],
    ['PARK Chong-su', '박종수'],
    ['LEE Yong Ho', '리영호'],
    ['Wang Xiaoming', '王小明'],
    ['Chang Hsiao-ming', '张小明'],
    ['Wong Siu Man', '黄小文'],
    ['Robert Fischer', '罗伯特·菲舍尔'],
    ['Daniel Parker', '丹尼尔·帕克'],
  ])('%s is possibly %s', (latin, native) => {
    expect(verdict(latin, native, 'person')).toBe('possible')
    expect(verdict(native, latin, 'person')).toBe('possible')
  })

  test.each([
    ['Karim Nasser Haddad', 'سليم ناصر حداد'],
    ['HADDAD Karim', 'کریم احمدی'],
    ['PARK Chong-su', '박영호'],
    ['Wang Xiaoming', '王大伟'],
    ['Daniel Parker', '帕克'],
    ['Karim Haddad', 'عبد الرحمن'],
  ])('%s is not %s', (latin, native) => expect(verdict(latin, native, 'person')).toBe('none'))
})

describe('companies across scripts', () => {
  test.each([
    ['Zagros Oil Company', 'شرکت نفت زاگرس'],
    ['Al-Nour Trading Company', 'شركة النور التجارية'],
    ['Shenzhen Haoyu Technology Co., Ltd.', '深圳市豪宇科技有限公司'],
    ['Kwangmyong Trading Corporation', '광명무역회사'],
    ['Murom Instrument Plant', 'Муромский приборостроительный завод'],
    ['Kvarts Mechanical Plant', 'Механический завод «Кварц»'],
    ['Kvarts Scientific Production Association', 'НПО «Кварц»'],
    ['MMZ', 'Minsk Mechanical Plant'],
    ['ММЗ', 'Минский механический завод'],
    ['Baltic Radar', 'Radar Baltic (JSC Radar Baltic)'],
    ['Kvartsov Joint Stock Company', 'Kvartsov Joynt Stock Compan'],
  ])('%s is possibly %s', (one, other) => {
    expect(verdict(one, other, 'company')).not.toBe('none')
    expect(verdict(other, one, 'company')).not.toBe('none')
  })

  test.each([
    ['Zagros Oil Company', 'شرکت نفت البرز'],
    ['R Trading', 'شركة النور للتجارة'],
    ['L Trading', 'شركة النور للتجارة'],
    ['Shenzhen Haoyu Technology Co., Ltd.', '深圳市兴隆科技有限公司'],
    ['Zelenin (UK) Limited', 'ZELENIN (FRANCE) LIMITED'],
    ['MKZ', 'Minsk Mechanical Plant'],
    ['Fund III Kvarts', 'Fund IV Kvarts'],
    ['Kvarts of Chile', 'Kvarts of China'],
  ])('%s is not %s', (one, other) => expect(verdict(one, other, 'company')).toBe('none'))
})

test('a rendering confirms nothing', () => {
  expect(verdict('Zagros Oil', 'نفت زاگرس', 'company')).toBe('possible')
})

test.each([
  ['Kvarts Fund III', 'Kvarts Fund IV'],
  ['Kvarts Corporation of Chile', 'Kvarts Corporation of China'],
])('%s is %s where a swapped marker is to be a slip', (one, other) => {
  expect(verdict(one, other, 'company')).toBe('none')
  const slip = compareNames(one, other, 'company', { ...DEFAULT_THRESHOLDS, swappedMarker: 'slip' })
  expect(slip.verdict).toBe('possible')
})
