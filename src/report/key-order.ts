/** For every field of `T`, in the order in which it is written: `true`, or how its own value is put in order. */
export type KeyOrder<T> = { readonly [K in keyof T]-?: true | ((value: NonNullable<T[K]>) => unknown) }

type Arrange<T> = (value: T) => Readonly<Record<string, unknown>>

function arrangedField<T>(order: KeyOrder<T>, from: T, key: keyof T): unknown {
  const value = from[key]
  const arrange = order[key]
  return arrange === true || value === undefined || value === null ? value : arrange(value)
}

/**
 * The fields of a value in a fixed order, and none without a value: stages may build their objects in any order, and the
 * report is the same bytes. That no field is forgotten, the type of `order` holds.
 */
export function inOrder<T extends object>(order: KeyOrder<T>): Arrange<T> {
  // The keys are written in this code, so none can come from a file.
  const keys = Object.keys(order).filter((key): key is keyof T & string => Object.hasOwn(order, key))
  return (value) => {
    const arranged: Record<string, unknown> = {}
    for (const key of keys) {
      const field = arrangedField(order, value, key)
      if (field !== undefined) arranged[key] = field
    }
    return arranged
  }
}

export function each<T>(arrange: (value: T) => unknown): (values: readonly T[]) => unknown[] {
  return (values) => values.map(arrange)
}
