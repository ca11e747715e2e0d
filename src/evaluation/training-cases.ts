import { analyseFor } from "../answer/analyse-for.ts";
import type { PlacedCandidate } from "../answer/candidates.ts";
import { findCandidates } from "../answer/candidates.ts";
import { resumeQuestion } from "../answer/follow-up.ts";
import { findOtherWords } from "../answer/other-words.ts";
import type { Question } from "../answer/question.ts";
import { rankCandidates, type Ranking } from "../answer/rank-sentences.ts";
import type { Library } from "../search/library.ts";
import { contains, overlaps } from "../text/span.ts";
import type { EvaluationCase } from "./evaluation-case.ts";

/** A question as it is ranked, before any weights. */
export interface TrainingCase {
  readonly question: Question;
  readonly ranking: Ranking;
  /** For each of the ranking's rows, whether it is a right answer. */
  readonly right: readonly boolean[];
}

/** What of the article may be quoted. */
export type Remains =
  | "all"
  /** Everything but the paragraphs that hold an answer, or, in an article of one, the sentences around it. */
  | "without-answer";

/** How far around an answer sentences go with it, in UTF-16 code units. */
const AROUND = 80;

/** Measures a question's candidates, or gives nothing where none remain. */
export function prepareCase(library: Library, one: EvaluationCase, remains: Remains): TrainingCase | undefined {
  const index = library.index(one.article);
  const analyse = analyseFor(library, index);
  const { question } = resumeQuestion(analyse(one.question), one.context.map(analyse), {
    analyse,
    isName: library.lexicon.isName,
  });
  const alternatives = findOtherWords(library, index, question);
  const asked = { question, alternatives };
  const group = findCandidates(library, index, asked)[0];
  if (!group) return undefined;
  const candidates = remains === "all" ? group.candidates : withoutAnswer(group.candidates, one);
  if (candidates.length === 0) return undefined;
  const ranking = rankCandidates({ ...group, candidates }, asked, { library, index });
  return { question, ranking, right: candidates.map((candidate) => isRight(candidate, one)) };
}

function isRight({ passage, sentence }: PlacedCandidate, { gold, judgedBy }: EvaluationCase): boolean {
  const span = passage.sentences[sentence]?.span;
  const matches = judgedBy === "whole" ? contains : overlaps;
  return span !== undefined && gold.some((each) => each.article === passage.article.id && matches(span, each.span));
}

/** Leaves the answer out and mends what the others say of their neighbours. */
function withoutAnswer(all: readonly PlacedCandidate[], { gold }: EvaluationCase): PlacedCandidate[] {
  const paragraphs = new Set(all.map(({ passage }) => passage.paragraph));
  const goes = ({ passage, sentence }: PlacedCandidate): boolean => {
    const span = paragraphs.size > 1 ? passage.paragraph.span : passage.sentences[sentence]?.span;
    const around = paragraphs.size > 1 ? 0 : AROUND;
    return gold.some(
      (each) => span && overlaps(span, { start: each.span.start - around, end: each.span.end + around }),
    );
  };
  const places = new Map<number, number>();
  const kept = all.filter((candidate, at) => {
    if (goes(candidate)) return false;
    places.set(at, places.size);
    return true;
  });
  const best = Math.max(1e-9, ...kept.map(({ passageShare }) => passageShare));
  return kept.map((candidate) => ({
    ...candidate,
    previous: places.get(candidate.previous) ?? -1,
    next: places.get(candidate.next) ?? -1,
    passageShare: candidate.passageShare / best,
  }));
}
