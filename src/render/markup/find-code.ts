/** A piece of code within a text. */
export interface Code {
  readonly start: number;
  /** Behind its last mark. */
  readonly end: number;
  readonly shown: string;
}

/** Finds code: between marks of the same length, the first of which is not escaped. Linear, and in their order. */
export function findCode(text: string): Code[] {
  if (!text.includes("`")) return [];
  const found: Code[] = [];
  const runs = [...text.matchAll(/`+/gu)].map((match) => ({ start: match.index, length: match[0].length }));
  const later = laterOfSameLength(runs);
  for (let at = 0; at < runs.length; at += 1) {
    const [run, close] = [runs[at], later[at]];
    if (!run || close === undefined || isEscaped(text, run.start)) continue;
    const last = runs[close];
    if (!last) continue;
    const inner = text.slice(run.start + run.length, last.start);
    found.push({ start: run.start, end: last.start + last.length, shown: shownCode(inner, run, text) });
    at = close;
  }
  return found;
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** Gives for each run the index of the next one that is as long. */
function laterOfSameLength(runs: readonly Run[]): readonly (number | undefined)[] {
  const next = new Map<number, number>();
  const later: (number | undefined)[] = [];
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const { length } = runs[at] ?? { length: 0 };
    later[at] = next.get(length);
    next.set(length, at);
  }
  return later;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1;
}

/** A block shows no language in front, and no quote marks where it stands in a quote. */
function shownCode(inner: string, { start, length }: Run, text: string): string {
  if (length < 3) return inner.replace(/^ (`.*`) $/su, "$1");
  const isQuoted = /(?:^|\n) {0,8}> $/u.test(text.slice(Math.max(0, start - 12), start));
  const own = isQuoted ? inner.replaceAll(/^ {0,8}> /gmu, "") : inner;
  return own.replace(/^[\w+\-.#]{1,30}\n/u, "").replaceAll(/^\n|\n$/gu, "");
}
