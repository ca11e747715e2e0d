import { analyseFor } from "../answer/analyse-for.ts";
import { type CandidateGroup, findCandidates } from "../answer/candidates.ts";
import { resumeQuestion } from "../answer/follow-up.ts";
import { findOtherWords } from "../answer/other-words.ts";
import type { Question } from "../answer/question.ts";
import { rankCandidates, type Ranking } from "../answer/rank-sentences.ts";
import type { Library } from "../search/library.ts";
import { createSentenceBlock, type PlacedSentence } from "../search/sentence-block.ts";
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
  const kept = remains === "all" ? inOrder(group) : withoutAnswer(group, one);
  if (kept.length === 0) return undefined;
  const candidates = keepSentences(group, kept, remains === "all" ? 1 : bestShare(group, kept));
  const ranking = rankCandidates({ ...group, ...candidates }, asked, { library, index });
  return { question, ranking, right: candidates.block.sentences.map((sentence) => isRight(sentence, one)) };
}

/** The indices of a group's sentences, those of the best passages first. */
function inOrder({ order }: CandidateGroup): number[] {
  return [...order.keys()].toSorted((a, b) => (order[a] ?? 0) - (order[b] ?? 0));
}

function isRight({ passage, sentence }: PlacedSentence, { gold, judgedBy }: EvaluationCase): boolean {
  const span = passage.sentences[sentence]?.span;
  const matches = judgedBy === "whole" ? contains : overlaps;
  return span !== undefined && gold.some((each) => each.article === passage.article.id && matches(span, each.span));
}

/** Lists the sentences that remain without the answer. */
function withoutAnswer(group: CandidateGroup, { gold }: EvaluationCase): number[] {
  const { sentences } = group.block;
  const paragraphs = new Set(sentences.map(({ passage }) => passage.paragraph));
  const goes = ({ passage, sentence }: PlacedSentence): boolean => {
    const span = paragraphs.size > 1 ? passage.paragraph.span : passage.sentences[sentence]?.span;
    const around = paragraphs.size > 1 ? 0 : AROUND;
    return gold.some(
      (each) => span && overlaps(span, { start: each.span.start - around, end: each.span.end + around }),
    );
  };
  return inOrder(group).filter((at) => {
    const sentence = sentences[at];
    return sentence !== undefined && !goes(sentence);
  });
}

function bestShare({ shares }: CandidateGroup, kept: readonly number[]): number {
  return Math.max(1e-9, ...kept.map((at) => shares[at] ?? 0));
}

/** Places some of a group's sentences anew, and mends what they say of their neighbours. */
function keepSentences(
  { block, shares }: CandidateGroup,
  kept: readonly number[],
  best: number,
): Pick<CandidateGroup, "block" | "shares" | "order"> {
  const places = new Map(kept.map((at, place) => [at, place]));
  const sentences = kept.flatMap((at) => {
    const sentence = block.sentences[at];
    if (!sentence) return [];
    const { previous, next } = sentence;
    return [{ ...sentence, previous: places.get(previous) ?? -1, next: places.get(next) ?? -1 }];
  });
  return {
    block: createSentenceBlock(sentences),
    shares: Float64Array.from(kept, (at) => (shares[at] ?? 0) / best),
    order: Int32Array.from(kept.keys()),
  };
}
