import { mergeSpans, type Span } from "../text/span.ts";
import { findMentions } from "./mentions.ts";
import type { Question } from "./question.ts";
import { isStopWord } from "./stop-words.ts";

/** A stretch of a resumed question, by who brought it in. */
export interface Piece {
  readonly text: string;
  readonly from: "earlier" | "follow-up";
}

/** Joins pieces into a question and lists the content words that came from earlier ones. */
export function writeResumed(
  pieces: readonly Piece[],
  analyse: (text: string) => Question,
): { readonly resumed: Question; readonly added: readonly string[] } {
  const text = pieces.map((piece) => piece.text).join("");
  const resumed = analyse(text);
  const { folded, source } = resumed;
  const times = findMentions(folded.text, { source, starts: folded.starts });
  const runs = contentRuns(resumed)
    .flatMap((run) => cutAt(run, times))
    .map((run) => sourceSpan(resumed, run));
  const added: string[] = [];
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.text.length;
    for (const run of piece.from === "earlier" ? runs : []) {
      const word = text.slice(Math.max(run.start, start), Math.min(run.end, end)).trim();
      if (run.start < end && start < run.end && word !== "" && !added.includes(word)) added.push(word);
    }
    start = end;
  }
  return { resumed, added };
}

function cutAt(run: Span, mentions: readonly Span[]): Span[] {
  const cuts = mentions.flatMap(({ start, end }) => [start, end]).filter((cut) => cut > run.start && cut < run.end);
  const edges = [run.start, ...cuts, run.end].toSorted((a, b) => a - b);
  return edges.slice(1).map((end, index) => ({ start: edges[index] ?? end, end }));
}

/** Ideographs that ask or build the sentence and are no stop words by themselves. */
const FUNCTION = /^[什么可们样怎哪为何啥能点]$/u;

/** The content of a question in stretches that nothing without content parts, as spans of its folded text. */
export function contentRuns(question: Question): Span[] {
  const { folded, words, characters } = question;
  const parts = [
    ...words.filter(({ text }) => !isStopWord(text)),
    ...characters.filter(({ text }) => !FUNCTION.test(text)),
  ].map(({ at, length }) => ({ start: at, end: at + length }));
  return mergeSpans([...parts, ...definedWords(question)]).reduce<Span[]>((runs, span) => {
    const last = runs.at(-1);
    const between = last ? folded.text.slice(last.end, span.start) : "";
    const joins = last && /^[ '’-]$/u.test(between) && /[a-z\d]/u.test(folded.text.charAt(last.end - 1));
    return joins ? [...runs.slice(0, -1), { start: last.start, end: span.end }] : [...runs, span];
  }, []);
}

/** The words that ask `what is a kit` hold what is asked about. */
function definedWords({ folded, asking }: Question): Span[] {
  const text = asking ? folded.text.slice(asking.start, asking.end) : "";
  const frame = /^what(?:['’]s| is| are| was| were) /u.exec(text)?.[0].length;
  if (!asking || frame === undefined) return [];
  return [...text.slice(frame).matchAll(/[a-z\d][a-z\d'’-]*/gu)]
    .filter((word) => !isStopWord(word[0]))
    .map((word) => ({
      start: asking.start + frame + word.index,
      end: asking.start + frame + word.index + word[0].replace(/['’]s$/u, "").length,
    }));
}

/** Where a stretch of the folded question stands in the question as asked. */
export function sourceSpan({ folded }: Question, { start, end }: Span): Span {
  const from = folded.starts[start] ?? 0;
  return { start: from, end: end > start ? (folded.ends[end - 1] ?? from) : from };
}
