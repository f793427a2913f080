import type { PartialDate } from '../../../model/date.js'
import { partial } from '../../day-forms.js'
import { attributeOf, elementsAt, textAt, type XmlElement } from '../../xml/element.js'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date of year, month and day in elements of their own. */
export function dateIn(element: XmlElement | undefined): PartialDate | undefined {
  return element === undefined
    ? undefined
    : partial(textAt(element, 'Year'), textAt(element, 'Month'), textAt(element, 'Day'))
}

/**
 * A period in the words of the legacy remarks: `7 Jan 1985`, `1961`, `Sep 1938`, `1951 to 1953`, `circa 1951`. It has a first and a last day for
 * its start and for its end; a year is the period from its first day to its last.
 */
export function periodWords(period: XmlElement): string {
  const [start] = elementsAt(period, 'Start')
  const [end] = elementsAt(period, 'End')
  const first = dateIn(start === undefined ? undefined : elementsAt(start, 'From')[0])
  const last = dateIn(end === undefined ? undefined : elementsAt(end, 'To')[0])
  if (first === undefined || last === undefined) return ''
  const approximate = [start, end].some((each) => each !== undefined && attributeOf(each, 'Approximate') === 'true')
  return `${approximate ? 'circa ' : ''}${words(first, last)}`
}

function words(first: PartialDate, last: PartialDate): string {
  const [firstYear = '', firstMonth = '', firstDay = ''] = first.text.split('-')
  const [lastYear = '', lastMonth = ''] = last.text.split('-')
  if (first.text === last.text) return dayWords(firstYear, firstMonth, firstDay)
  if (firstYear === lastYear && firstMonth === lastMonth) return dayWords(firstYear, firstMonth, '')
  if (firstYear === lastYear) return firstYear
  return `${firstYear} to ${lastYear}`
}

function dayWords(year: string, month: string, day: string): string {
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? year : `${day === '' ? '' : `${day} `}${name} ${year}`
}
