import type { Article } from "../article/article.ts";
import { wholeShown } from "../article/whole-shown.ts";
import type { Library } from "../search/library.ts";
import { whenLoaded } from "../text/not-loaded.ts";
import type { Pause } from "../text/steps.ts";
import type { Term } from "../text/terms.ts";
import { cutWording } from "../text/wording.ts";
import type { Difference } from "./compare-wording.ts";
import { findClosest, weigh } from "./find-closest.ts";
import { findVerbatim } from "./find-verbatim.ts";
import { cutPieces, joinLetters, type GivenPiece } from "./quoted/cut-pieces.ts";
import { type QuotedForm, quotedForms } from "./quoted/quoted-forms.ts";
import type { Quoted, Verification, WholeVerdict } from "./verification.ts";
import { areVerbatim, verifyParts } from "./verify-parts.ts";

/** With fewer of its words in one place, in order, a text is taken for somebody else's. */
const leastAgreement = 0.5;

/** What is checked. */
export interface Checked {
  readonly given: string;
  /** Only in this one. */
  readonly article?: string | undefined;
}

/** Makes what `verifyQuote` needs to know of articles, so that it has not to make it itself. */
export async function prepareVerifying(library: Library, { given, article }: Checked, pause: Pause): Promise<void> {
  const { text } = bareForm(given);
  const chosen = await whenLoaded(() => chooseFrom(library, library.analyse(text).terms, article));
  for (const each of chosen) await prepareFinding(each, pause);
}

/** The same for one article, in use or not. */
export async function prepareFinding(article: Article, pause: Pause): Promise<void> {
  await wholeShown.gently(article, pause);
}

/**
 * Tells whether a text stands in an article letter for letter, where, and otherwise what comes closest.
 *
 * What people put around and into a quote (quotation marks, a citation, signs of what they left out, words of their own in
 * brackets) is looked for in the article first, and only then taken for theirs.
 *
 * @throws RangeError when there is no such article.
 */
export function verifyQuote(library: Library, given: string, article?: string): Verification {
  const bare = bareForm(given);
  const quoted: Quoted = { ...bare, added: [] };
  if (!hasWords(library, bare.text)) return { kind: "empty", quoted };
  const chosen = chooseFrom(library, library.analyse(bare.text).terms, article);
  for (const form of quotedForms(given)) {
    const places = findVerbatim(chosen, form.text);
    if (places.length > 0) return { kind: "verbatim", places, quoted: { ...form, added: [] } };
  }
  const pieces = cutPieces(bare.text);
  if (pieces.every(({ kind }) => kind === "words")) return { ...compareWhole(library, bare.text, article), quoted };
  return verifyPieces(library, { bare, pieces, chosen }, article);
}

/** Tells whether an article has a text letter for letter, but for what people put around and into it. */
export function standsIn(article: Article, given: string): boolean {
  if (quotedForms(given).some(({ text }) => findVerbatim([article], text).length > 0)) return true;
  const { text } = bareForm(given);
  const pieces = cutPieces(text);
  return pieces.some(({ kind }) => kind !== "words") && areVerbatim(article, text, pieces);
}

interface Cut {
  readonly bare: QuotedForm;
  readonly pieces: readonly GivenPiece[];
  readonly chosen: readonly Article[];
}

/** Checks a text with signs of what was left out or added: as if nothing was added, as a whole, and part by part. */
function verifyPieces(library: Library, { bare, pieces, chosen }: Cut, article: string | undefined): Verification {
  const added = pieces.flatMap((piece) =>
    piece.kind === "insertion" ? [bare.text.slice(piece.words.start, piece.words.end).trim()] : [],
  );
  if (added.length > 0) {
    const text = withoutInsertions(bare.text, pieces);
    const places = findVerbatim(chosen, text);
    if (places.length > 0) return { kind: "verbatim", places, quoted: { ...bare, text, added } };
  }
  const whole = compareWhole(library, bare.text, article);
  if (whole.kind === "typographic" && !whole.differences.some(({ given }) => isSign(given, pieces)))
    return { ...whole, quoted: { ...bare, added: [] } };
  const words = pieces.filter(({ kind }) => kind === "words");
  const [only, another] = words;
  if (only && !another) {
    const text = bare.text.slice(only.span.start, only.span.end);
    const places = findVerbatim(chosen, text);
    const verdict = places.length > 0 ? ({ kind: "verbatim", places } as const) : compareWhole(library, text, article);
    return { ...verdict, quoted: { ...bare, text, added } };
  }
  const compare = (text: string, within: string | undefined): WholeVerdict => compareWhole(library, text, within);
  const parts = verifyParts({ text: bare.text, pieces, chosen, article, analyse: library.analyse, compare });
  return { ...parts, quoted: { ...bare, added } };
}

/** What was said before a bracket goes on behind it. */
function withoutInsertions(text: string, pieces: readonly GivenPiece[]): string {
  let [bare, at] = ["", 0];
  for (const { kind, span } of pieces) {
    if (kind !== "insertion") continue;
    bare += text.slice(at, span.start);
    at = span.end + (/\s$|^$/u.test(bare) && /\s/u.test(text.charAt(span.end)) ? 1 : 0);
  }
  return (bare + text.slice(at)).trim().replaceAll(/[ \t](?=[.,;:!?])/gu, "");
}

function isSign(given: Difference["given"], pieces: readonly GivenPiece[]): boolean {
  if (!given) return false;
  return pieces.some(({ kind, span }) => kind !== "words" && span.start < given.end && given.start < span.end);
}

/** Compares a text with the place that comes closest. */
function compareWhole(library: Library, given: string, article: string | undefined): WholeVerdict {
  const { folded, terms } = library.analyse(given);
  const closest = findClosest(library, { given, tokens: cutWording(folded), terms }, article);
  if (!closest || closest.comparison.agreement < leastAgreement) return { kind: "absent" };
  const { place, comparison } = closest;
  const { differences } = comparison;
  if (differences.length === 0) return { kind: "verbatim", places: [place] };
  return { kind: differences.some(({ kind }) => kind === "words") ? "changed" : "typographic", place, differences };
}

/** The words alone, with letters in brackets as part of them. */
function bareForm(given: string): QuotedForm {
  const form = quotedForms(given).at(-1) ?? { text: given };
  return { ...form, text: joinLetters(form.text) };
}

function hasWords({ analyse }: Library, text: string): boolean {
  return cutWording(analyse(text).folded).some(({ kind }) => kind === "word");
}

/** Of more articles only those are read that the text's words lead to, at most so many. */
const mostRead = 40;
/** Of a library those passages that the words lead to. */
const passagesFound = 100;

function chooseFrom(library: Library, terms: readonly Term[], article: string | undefined): readonly Article[] {
  const { articles } = library;
  const only = article === undefined ? undefined : articles.get(article);
  if (article !== undefined) {
    if (only) return [only];
    throw new RangeError(`there is no article "${article}"`);
  }
  if (articles.size <= mostRead) return [...articles.values()];
  const hits = library.index().search(weigh(terms), passagesFound);
  const found = new Set(new Set(hits.map((hit) => hit.article)).values().take(mostRead));
  return articles
    .values()
    .filter((each) => found.has(each))
    .toArray();
}
