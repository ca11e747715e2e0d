import type { QuestionType } from "../languages/language.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import type { Name } from "../text/terms.ts";
import { tellsAny } from "./block-facts.ts";
import { fillColumn } from "./columns.ts";
import type { Question } from "./question.ts";
import type { Column } from "./ranking-context.ts";

/** Names, years and titles of works that the question does not have itself. */
export function nameColumns(block: SentenceBlock, question: Question, makeColumn: () => Float64Array) {
  const { type, asksForWork } = question;
  const is = (asked: QuestionType): boolean => type === asked;
  const works = is("what") || asksForWork ? tellsAny(block, ["work"], makeColumn()) : undefined;
  const count = (kind?: Name["kind"]): Float64Array => countNames(block, { question, kind }, makeColumn());
  const capitals = TELLING_CAPITALS.has(type) ? countCapitals(block, question, makeColumn()) : undefined;
  const people = is("who") ? count("person") : undefined;
  const places = is("where") ? count("place") : undefined;
  const most = (counts: Float64Array | undefined, limit: number): Column =>
    counts && fillColumn(makeColumn(), (at) => Math.min(limit, counts[at] ?? 0) / limit);
  return {
    newPerson: most(people, 1),
    newPeople: most(people, 3),
    newPlace: most(places, 1),
    newPlaces: most(places, 3),
    newOrganisation: most(is("who") ? count("organisation") : undefined, 1),
    newNames: most(is("what") ? count() : undefined, 4),
    year: is("when") ? tellsAny(block, ["year"], makeColumn()) : undefined,
    work: asksForWork ? works : undefined,
    title: is("what") ? works : undefined,
    capitalsWho: is("who") ? capitals : undefined,
    capitalsWhere: is("where") ? capitals : undefined,
    capitalsWhat: is("what") ? capitals : undefined,
  };
}

const TELLING_CAPITALS: ReadonlySet<QuestionType> = new Set(["who", "where", "what"]);
const MOST_CAPITALS = 3;

interface Counted {
  readonly question: Question;
  readonly kind: Name["kind"] | undefined;
}

/** How many names of a kind, or of any, each sentence has that the question does not. */
function countNames(
  { sentences }: SentenceBlock,
  { question: { folded }, kind }: Counted,
  column: Float64Array,
): Float64Array {
  for (const [at, { facts }] of sentences.entries()) {
    let count = 0;
    for (const name of facts.names) {
      if ((kind === undefined || name.kind === kind) && !folded.text.includes(name.text)) count += 1;
    }
    column[at] = count;
  }
  return column;
}

function countCapitals({ sentences }: SentenceBlock, { folded }: Question, column: Float64Array): Float64Array {
  for (const [at, { facts }] of sentences.entries()) {
    let count = 0;
    for (const word of facts.capitals) if (count < MOST_CAPITALS && !folded.text.includes(word)) count += 1;
    column[at] = count / MOST_CAPITALS;
  }
  return column;
}
