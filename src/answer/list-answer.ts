import type { Library } from "../search/library.ts";
import type { Answer, QuotePlace } from "./answer.ts";
import { answersSameQuestion } from "./answer-questions.ts";
import { asksElsewhere } from "./asks-elsewhere.ts";
import { chooseShown, type Shown, withoutOtherLanguages } from "./choose-shown.ts";
import type { Support } from "./judge-support.ts";
import { FOUND } from "./match-shares.ts";
import type { WordMatch } from "./match-words.ts";
import type { Question } from "./question.ts";
import { quoteFound } from "./quote-found.ts";
import type { FoundSentence } from "./rank-sentences.ts";
import { isNear } from "./relation.ts";

export interface Judged {
  readonly asked: Question;
  readonly added: readonly string[];
  readonly asksForMore: boolean;
  /** Best first. */
  readonly ranked: readonly FoundSentence[];
  readonly support: Support;
}

export interface ListOptions {
  readonly limit: number;
  readonly quoted?: number | undefined;
  readonly fill?: boolean | undefined;
}

/** Makes an answer of what was ranked and judged: what is shown of it, what is told as places behind, or what comes nearest. */
export function listAnswer(library: Library, judged: Judged, options: ListOptions): Answer {
  const { asked, added, support } = judged;
  const { missing, probability } = support;
  const rest = { added, ...(probability !== undefined && { probability }) };
  const { shown, further } = choose(library, judged, options);
  if (support.kind === "unsupported") {
    const nearest = options.fill ? shown : findNearest(library, judged, options);
    return { kind: "declined", reason: support.reason, missing, nearest: quoteFound(library, asked, nearest), ...rest };
  }
  if (shown.length === 0) return { kind: "declined", reason: "nothing-found", missing, nearest: [], ...rest };
  const places = further.map(placeOf);
  const listed = { quotes: quoteFound(library, asked, shown), ...(places.length > 0 && { further: places }) };
  return support.kind === "supported"
    ? { kind: "quotes", ...listed, ...rest }
    : { kind: "unsure", ...listed, missing, ...rest };
}

function choose(library: Library, judged: Judged, options: ListOptions): Shown {
  const { asked, asksForMore, ranked, support } = judged;
  const { limit, quoted, fill = false } = options;
  if (fill) return { shown: ranked.slice(0, limit), further: [] };
  const matching = ranked.filter(matches);
  // What has no word of the question may answer it in other words.
  const found = matching.length === 0 ? ranked : matching;
  const fit = isLikely(judged, found[0]) ? withoutOtherLanguages(found) : found;
  const pick = (some: readonly FoundSentence[], isSupported: boolean): Shown => {
    const best = some.slice(0, limit);
    if (quoted === undefined) return { shown: best, further: [] };
    return chooseShown(best, { question: asked, isName: library.lexicon.isName, isSupported, most: quoted });
  };
  const isSupported = support.kind === "supported";
  if (!asksForMore) return pick(fit, isSupported);
  // Who asks for more has been given the first ones already, and wants several.
  const seen = new Set(pick(fit, isSupported).shown);
  const others = fit.filter((one) => !seen.has(one));
  return pick(others, false);
}

/** Whether the first answers, or at least likely enough in the question's own language: translated words bring up noise. */
function isLikely({ asked, support }: Judged, first: FoundSentence | undefined): boolean {
  if (support.kind === "supported") return true;
  const isOwn = first?.sentence.passage.article.language === asked.language;
  return isOwn && (support.probability ?? 0) >= LIKELY;
}

/** From here on next to nothing in another language answers in place of the first. */
const LIKELY = 0.3;

/** What has nothing of the question is not near it. */
function findNearest(library: Library, { asked, ranked }: Judged, { limit, quoted = limit }: ListOptions) {
  const { isName } = library.lexicon;
  if (asksElsewhere(asked)) return [];
  return ranked
    .slice(0, limit)
    .filter((one) => isNear(asked, one, isName))
    .slice(0, quoted);
}

/** Tells whether a sentence, what belongs to it or a heading above it holds anything of the question. */
function matches({ sentence, ranking }: FoundSentence): boolean {
  const { at } = sentence;
  const holds = ({ found, above }: WordMatch): boolean => (found[at] ?? 0) > 0 || (above[at] ?? 0) >= FOUND;
  return ranking.words.some(holds) || answersSameQuestion(sentence, ranking);
}

function placeOf({ sentence: { passage, sentence } }: FoundSentence): QuotePlace {
  return { article: passage.article.id, span: passage.sentences[sentence]?.span ?? { start: 0, end: 0 } };
}
