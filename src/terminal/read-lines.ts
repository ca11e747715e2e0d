export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without the line break. */
  readonly bytes: Buffer;
  /** How many bytes of the source are read with this line. */
  readonly read: number;
}

const LINE_FEED = 0x0a;

/**
 * Reads chunks line by line, as bytes so that it can be told which line is no UTF-8.
 *
 * Only LF ends a line, with a CR before it or not: `node:readline` would also cut at U+2028, which JSON allows in text.
 */
export async function* readLines(source: AsyncIterable<Buffer | string>): AsyncGenerator<Line> {
  let [number, read] = [0, 0];
  let open: Buffer[] = [];
  const close = (length: number): Line => {
    const bytes = Buffer.concat(open);
    open = [];
    number += 1;
    read += length;
    return { number, bytes, read };
  };
  for await (const chunk of source) {
    const buffer: Buffer = Buffer.from(chunk);
    let from = 0;
    for (let found = buffer.indexOf(LINE_FEED); found >= 0; found = buffer.indexOf(LINE_FEED, from)) {
      open.push(buffer.subarray(from, found));
      const length = open.reduce((sum, part) => sum + part.length, 1);
      yield close(length);
      from = found + 1;
    }
    if (from < buffer.length) open.push(buffer.subarray(from));
  }
  const rest = open.reduce((sum, part) => sum + part.length, 0);
  if (rest > 0) yield close(rest);
}
