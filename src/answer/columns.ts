import type { Column } from "./ranking-context.ts";

/** Makes columns of a number of candidates: many of them in one stretch of memory, which is much sooner there than each by itself. */
export function createColumns(size: number): () => Float64Array {
  let made = COLUMNS_AT_ONCE;
  let buffer = new ArrayBuffer(0);
  return () => {
    if (made === COLUMNS_AT_ONCE) {
      buffer = new ArrayBuffer(COLUMNS_AT_ONCE * size * Float64Array.BYTES_PER_ELEMENT);
      made = 0;
    }
    made += 1;
    return new Float64Array(buffer, (made - 1) * size * Float64Array.BYTES_PER_ELEMENT, size);
  };
}

const COLUMNS_AT_ONCE = 48;

/** Works out a number for each of so many candidates. */
export function fillColumn(column: Float64Array, value: (index: number) => number): Float64Array {
  for (let index = 0; index < column.length; index += 1) column[index] = value(index);
  return column;
}

/** What was measured of one candidate, in the order of `featureNames`. */
export function rowAt({ columns }: { readonly columns: readonly Column[] }, index: number): Float64Array {
  const row = new Float64Array(columns.length);
  for (let place = 0; place < columns.length; place += 1) row[place] = columns[place]?.[index] ?? 0;
  return row;
}
