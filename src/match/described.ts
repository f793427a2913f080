import { foldName } from './fold.js'

const LEADS =
  /\b(?:management|managing|upravlyayushchaya|head|parent)\s+(?:company|kompaniya)\s+(?:of\s+|for\s+)?(?:the\s+)?(.{3,})$/i
const RUSSIAN_HOLDING = /^(?:kholdinga|gruppy)\s+(.+)$/i

/**
 * What a list's name says that the entry leads: `… PLANT …, MANAGEMENT COMPANY OF BELOMO HOLDING` is the head of BelOMO Holding, so a
 * record that names the group means this entry before any other member. `RVC MANAGEMENT COMPANY LLC` leads no one: what follows is its form.
 */
export function describedNames(text: string): readonly string[] {
  const group = LEADS.exec(text)?.[1]
  if (group === undefined) return []
  const led = RUSSIAN_HOLDING.exec(group)?.[1] ?? group
  return foldName(led).distinctive ? [led] : []
}
