/** The rows of a dictionary, column by column. */
export interface WordRows {
  /** All words one behind the other, in UTF-16. */
  readonly units: Uint16Array;
  /** Where each word begins, and one more for the end of the last. */
  readonly starts: Uint32Array;
  readonly frequencies: Uint32Array;
  /** Numbers of `tagNames`. */
  readonly tags: Uint16Array;
  readonly tagNames: readonly string[];
}

const [LINE_END, SPACE] = [0x0a, 0x20];

/** Tags are told apart as numbers, which hold so many bytes. */
const LONGEST_TAG = 6;

/**
 * Parses a dictionary in jieba's format, UTF-8: a word, how often it was seen and its tag, a line each. It is read byte by
 * byte, since 349,000 lines as strings take longer than all that is done with them.
 *
 * @throws RangeError for a tag of more than six letters.
 */
export function parseWordRows(dictionary: Uint8Array): WordRows {
  const rowCount = countLines(dictionary);
  // What stays empty of these takes no memory; what is kept is cut to its size.
  const units = new Uint16Array(dictionary.length);
  const starts = new Uint32Array(rowCount + 1);
  const frequencies = new Uint32Array(rowCount);
  const tags = new Uint16Array(rowCount);
  const tagNumbers = new Map<number, number>();
  let [row, unit, at] = [0, 0, 0];
  while (at < dictionary.length) {
    for (let byte = dictionary[at] ?? 0; byte > SPACE; byte = dictionary[at] ?? 0) {
      const size = sizeOf(byte);
      const point = decode(dictionary, at, size);
      if (point > 0xff_ff) units[unit++] = 0xd8_00 + ((point - 0x1_00_00) >> 10);
      units[unit++] = point > 0xff_ff ? 0xdc_00 + (point & 0x3_ff) : point;
      at += size;
    }
    at = skipBlanks(dictionary, at);
    let frequency = 0;
    for (let byte = dictionary[at] ?? 0; byte > SPACE; at += 1, byte = dictionary[at] ?? 0) {
      frequency = frequency * 10 + byte - 0x30;
    }
    at = skipBlanks(dictionary, at);
    const tagStart = at;
    let tag = 0;
    for (let byte = dictionary[at] ?? 0; byte > SPACE; at += 1, byte = dictionary[at] ?? 0) tag = tag * 256 + byte;
    if (at - tagStart > LONGEST_TAG) throw new RangeError(`a tag of ${at - tagStart} bytes, at most ${LONGEST_TAG}`);
    while (at < dictionary.length && dictionary[at] !== LINE_END) at += 1;
    at += 1;
    if (unit === starts[row]) continue;
    const number = tagNumbers.get(tag) ?? tagNumbers.size;
    if (number === tagNumbers.size) tagNumbers.set(tag, number);
    frequencies[row] = frequency;
    tags[row] = number;
    row += 1;
    starts[row] = unit;
  }
  return {
    units: units.slice(0, unit),
    starts: starts.slice(0, row + 1),
    frequencies: frequencies.slice(0, row),
    tags: tags.slice(0, row),
    tagNames: [...tagNumbers.keys()].map(nameOf),
  };
}

/** Goes to the next field or the line's end; whatever is no more than a space parts fields. */
function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) <= SPACE && bytes[at] !== LINE_END) at += 1;
  return at;
}

function countLines(bytes: Uint8Array): number {
  let count = 1;
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}

/** How many bytes a character takes in UTF-8, by its first. */
function sizeOf(byte: number): number {
  if (byte < 0xc0) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

function decode(bytes: Uint8Array, at: number, size: number): number {
  let point = size === 1 ? (bytes[at] ?? 0) : (bytes[at] ?? 0) & (0x7f >> size);
  for (let next = 1; next < size; next += 1) point = (point << 6) | ((bytes[at + next] ?? 0) & 0x3f);
  return point;
}

function nameOf(tag: number): string {
  const bytes: number[] = [];
  for (let rest = tag; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return String.fromCharCode(...bytes);
}
