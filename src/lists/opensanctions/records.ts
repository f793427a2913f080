import { fieldsOf, textIn, textsIn, type JsonFields } from '../json/load.js'
import type { Properties } from './entity.js'

/** One FollowTheMoney entity, its nested ones put beside it. */
export interface FtmRecord {
  readonly id: string
  readonly schema: string
  readonly caption: string
  readonly properties: Properties
  readonly datasets: readonly string[]
  /** Whether the data itself says that it is a target; `undefined` where it says nothing. */
  readonly target: boolean | undefined
  readonly lastSeen: string
}

/**
 * Takes an entity apart: where a property holds whole entities, as in the nested files, they become records of their own and the property holds
 * their ids. The depth is the file's to choose, so nothing here calls itself.
 */
export function flatten(fields: JsonFields): readonly FtmRecord[] {
  const records: FtmRecord[] = []
  const todo: { readonly fields: JsonFields; readonly parent: string; readonly as: string }[] = [
    { fields, parent: '', as: '' },
  ]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const id = textIn(next.fields.get('id'))
    const properties = new Map<string, readonly string[]>()
    for (const [name, value] of fieldsOf(next.fields.get('properties')) ?? new Map<string, unknown>()) {
      const nested = (Array.isArray(value) ? value : []).map(fieldsOf).filter((each) => each !== undefined)
      for (const each of nested) todo.push({ fields: each, parent: id, as: name })
      properties.set(name, [...textsIn(value), ...nested.map((each) => textIn(each.get('id')))])
    }
    // A nested sanction need not say again whose it is.
    if (next.as === 'sanctions' && !properties.has('entity')) properties.set('entity', [next.parent])
    const target = next.fields.get('target')
    records.push({
      id,
      schema: textIn(next.fields.get('schema')),
      caption: textIn(next.fields.get('caption')),
      properties,
      datasets: textsIn(next.fields.get('datasets')),
      target: typeof target === 'boolean' ? target : undefined,
      lastSeen: textIn(next.fields.get('last_seen')),
    })
  }
  return records
}

/** Relations of FollowTheMoney: which property is the one end, which the other, and how the relation reads from each. */
export const EDGES: ReadonlyMap<
  string,
  { readonly from: string; readonly to: string; readonly reads: string; readonly back: string }
> = new Map([
  ['Ownership', { from: 'owner', to: 'asset', reads: 'Owner of', back: 'Owned by' }],
  ['Directorship', { from: 'director', to: 'organization', reads: 'Director of', back: 'Directed by' }],
  ['UnknownLink', { from: 'subject', to: 'object', reads: 'Linked to', back: 'Linked to' }],
  ['Family', { from: 'person', to: 'relative', reads: 'Relative of', back: 'Relative of' }],
  ['Associate', { from: 'person', to: 'associate', reads: 'Associate of', back: 'Associate of' }],
  ['Membership', { from: 'member', to: 'organization', reads: 'Member of', back: 'Has the member' }],
  ['Employment', { from: 'employee', to: 'employer', reads: 'Employee of', back: 'Employer of' }],
  ['Representation', { from: 'agent', to: 'client', reads: 'Representative of', back: 'Represented by' }],
  ['Succession', { from: 'predecessor', to: 'successor', reads: 'Predecessor of', back: 'Successor of' }],
])
