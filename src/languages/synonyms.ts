/** One line of a synonym table: whoever asks with one of these words also finds those. */
export interface SynonymRule {
  readonly asked: readonly string[];
  readonly found: readonly string[];
  /** The line has no arrow: its words find one another. */
  readonly mutual: boolean;
}

/** Says what is wrong with a line of a synonym table, and which; whoever read the file names it. */
export class SynonymError extends Error {
  constructor(line: number, problem: string, options?: ErrorOptions) {
    super(`line ${line}: ${problem}`, options);
    this.name = "SynonymError";
  }
}

/**
 * Reads a table in Solr's synonym format.
 *
 *     a, b, c        either word finds the others
 *     a, b => c, d   whoever asks with a or b also finds c and d, not the other way round
 *     # a comment
 *
 * A backslash takes a comma, an arrow or a `#` literally. Other than in Solr the words asked with are never given up:
 * rules add. Groups are not joined: a word in two groups has two senses, which have nothing to do with each other.
 *
 * @throws SynonymError at the first line that is no rule.
 */
export function parseSynonyms(text: string): SynonymRule[] {
  return text.split(/\r?\n/).flatMap((source, index) => {
    const line = source.trim();
    return line === "" || line.startsWith("#") ? [] : [parseRule(line, index + 1)];
  });
}

function parseRule(line: string, number: number): SynonymRule {
  const [left = "", right, ...more] = line.split(/(?<!\\)=>/);
  if (more.length > 0) throw new SynonymError(number, `holds ${more.length + 1} arrows; expected one at most`);
  const asked = entries(left, number);
  if (right !== undefined) return { asked, found: entries(right, number), mutual: false };
  if (asked.length < 2) throw new SynonymError(number, `"${line}" stands alone; expected "a, b" or "a => b"`);
  return { asked, found: asked, mutual: true };
}

function entries(list: string, number: number): string[] {
  const words = list.split(/(?<!\\),/).map((word) => word.trim().replaceAll(/\\(.)/g, "$1"));
  const empty = words.indexOf("");
  if (empty >= 0) throw new SynonymError(number, `word ${empty + 1} of "${list.trim()}" is empty`);
  return [...new Set(words)];
}
