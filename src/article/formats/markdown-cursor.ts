/** A place in a line, with the column that tabs bring it to. */
export interface Cursor {
  readonly at: number;
  readonly column: number;
}

const TAB = 4;

/** Goes on over blanks, by no more than so many columns; a tab that reaches further is taken whole. */
export function skipBlanks(source: string, from: Cursor, columns: number = Number.POSITIVE_INFINITY): Cursor {
  let { at, column } = from;
  const until = column + columns;
  while (column < until) {
    const character = source.charCodeAt(at);
    if (character === 9) column += TAB - (column % TAB);
    else if (character === 32) column += 1;
    else break;
    at += 1;
  }
  return { at, column };
}

/** Goes on over characters that each take one column. */
export function moveOn({ at, column }: Cursor, count: number): Cursor {
  return { at: at + count, column: column + count };
}
