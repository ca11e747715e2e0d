/** Quotes and lists nested deeper than this are text. */
const DEEPEST_NESTING = 20;
/** A container mark further to the right (in code units) is text. */
const WIDEST_INDENT = 80;
/** A run of lines without a blank one that holds more inline marks than this shows them as text. */
const MOST_INLINE_MARKS = 3000;
/** So many headings may be underlined within a window of the source, in code units. */
const MOST_UNDERLINES = 200;
const UNDERLINE_WINDOW = 32_768;

const INLINE_MARKS = /[*_[\]<]/gu;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*[\r\n]*$/u;
const CONTAINER_MARK = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/uy;

/**
 * Hides from the parser what it would need quadratic time or a deep stack for: marks become letters.
 *
 * The result is as long as the source, so positions in the one are positions in the other; the text itself is always
 * cut from the source. Only what no author writes is touched: `>` five thousand times, a hundred thousand `[`.
 */
export function limitMarkup(source: string): string {
  const limited: string[] = [];
  let run: string[] = [];
  let marks = 0;
  const closeRun = (): void => {
    const text = run.join("");
    limited.push(marks > MOST_INLINE_MARKS ? hide(text, INLINE_MARKS) : text);
    [run, marks] = [[], 0];
  };
  for (const line of limitUnderlines(source)) {
    run.push(limitNesting(line));
    if (line.trim() === "") closeRun();
    else marks += line.match(INLINE_MARKS)?.length ?? 0;
  }
  closeRun();
  return limited.join("");
}

/** Cuts a source into lines, breaks included, and hides headings' underlines where they are too many. */
function* limitUnderlines(source: string): Generator<string> {
  let [window, underlines, previous] = [0, 0, ""];
  for (const { 0: line, index } of source.matchAll(/[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+$/gu)) {
    if (index >= window + UNDERLINE_WINDOW) [window, underlines] = [index, 0];
    const underlined = previous.trim() !== "" && UNDERLINE.test(line);
    if (underlined) underlines += 1;
    yield underlined && underlines > MOST_UNDERLINES ? hide(line, /[-=]/gu) : line;
    previous = line;
  }
}

function hide(text: string, marks: RegExp): string {
  return text.replace(marks, "x");
}

function limitNesting(line: string): string {
  let [offset, depth] = [0, 0];
  for (;;) {
    CONTAINER_MARK.lastIndex = offset;
    const mark = CONTAINER_MARK.exec(line)?.[0];
    if (mark === undefined) return line;
    depth += 1;
    if (depth > DEEPEST_NESTING || offset + mark.length > WIDEST_INDENT) break;
    offset += mark.length;
  }
  const rest = line.slice(offset);
  const marks = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u.exec(rest)?.[0] ?? "";
  return line.slice(0, offset) + hide(marks, /[^ \t]/gu) + rest.slice(marks.length);
}
