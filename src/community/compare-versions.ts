import { remember } from "../languages/remember.ts";
import { alignSequences, type Step } from "../answer/align-sequences.ts";
import { allSections, type Article, headingText, type Section } from "../article/article.ts";
import { listSentences, type PlacedSentence } from "../article/list-sentences.ts";
import { visibleText } from "../article/visible-text.ts";
import type { Analyse } from "../text/terms.ts";
import type { Steps } from "../text/steps.ts";
import { cutWording } from "../text/wording.ts";
import { alignByAnchors } from "./align-by-anchors.ts";

/** A sentence of one version, with what a reader sees of it. */
export interface VersionSentence extends PlacedSentence {
  readonly text: string;
}

export interface VersionPair {
  readonly old: VersionSentence;
  readonly new: VersionSentence;
}

/** What another version of an article says that one does not, and the other way round; in reading order. */
export interface VersionComparison {
  readonly sections: { readonly added: readonly Section[]; readonly removed: readonly Section[] };
  readonly added: readonly VersionSentence[];
  readonly removed: readonly VersionSentence[];
  /** Stand for one another: most of their words are the same. */
  readonly altered: readonly VersionPair[];
  /** Say the same elsewhere. */
  readonly moved: readonly VersionPair[];
  /** How many sentences stand in both as they were. */
  readonly same: number;
}

/** More differing sentences are aligned roughly: what it takes grows with their square. */
const MOST_DIFFERING = 600;
/** So many pairs of differing sentences are compared by their words; what lies further apart is added and removed. */
const MOST_COMPARED = 20_000;
/** In a longer stretch a sentence is compared with those near its place alone. */
const NEAR = 12;
const LEAST_ALIKE = 0.5;
const [SENTENCES_AT_ONCE, COMPARED_AT_ONCE] = [300, 50];

/** Compares two versions of an article, a little at a time: with time that grows with their length. */
export function* compareVersions(before: Article, after: Article, analyse: Analyse): Steps<VersionComparison> {
  const [old, renewed] = [yield* readSentences(before), yield* readSentences(after)];
  const steps = align(old, renewed);
  yield;
  const gaps = gapsIn(steps, old, renewed);
  const moved = findMoved(gaps);
  const movedFrom = new Set(moved.map((pair) => pair.old));
  const movedTo = new Set(moved.map((pair) => pair.new));
  const altered = yield* findAltered(
    gaps.map((gap) => ({
      old: gap.old.filter((each) => !movedFrom.has(each)),
      new: gap.new.filter((each) => !movedTo.has(each)),
    })),
    analyse,
  );
  const paired = new Set([...moved, ...altered].flatMap((pair) => [pair.old, pair.new]));
  return {
    sections: compareSections(before, after),
    added: gaps.flatMap((gap) => gap.new).filter((each) => !paired.has(each)),
    removed: gaps.flatMap((gap) => gap.old).filter((each) => !paired.has(each)),
    altered,
    moved,
    same: steps.filter((step) => step === "both").length,
  };
}

function* readSentences(article: Article): Steps<VersionSentence[]> {
  const read: VersionSentence[] = [];
  for (const sentence of listSentences(article)) {
    const text = visibleText(article, sentence.span).text.replaceAll(/\s+/gu, " ").trim();
    read.push({ ...sentence, text });
    if (read.length % SENTENCES_AT_ONCE === 0) yield;
  }
  return read;
}

function align(old: readonly VersionSentence[], renewed: readonly VersionSentence[]): readonly Step[] {
  const ids = new Map<string, number>();
  const number = (all: readonly VersionSentence[]): Int32Array =>
    Int32Array.from(all, ({ text }) => {
      const id = ids.get(text) ?? ids.size;
      ids.set(text, id);
      return id;
    });
  const [first, second] = [number(old), number(renewed)];
  return alignSequences(first, second, MOST_DIFFERING) ?? alignByAnchors(first, second);
}

/** What differs between two sentences that stand in both. */
interface Gap {
  readonly old: readonly VersionSentence[];
  readonly new: readonly VersionSentence[];
}

function gapsIn(
  steps: readonly Step[],
  old: readonly VersionSentence[],
  renewed: readonly VersionSentence[],
): readonly Gap[] {
  const gaps: { old: VersionSentence[]; new: VersionSentence[] }[] = [];
  let [from, to, isOpen] = [0, 0, false];
  for (const step of steps) {
    if (step !== "both" && !isOpen) gaps.push({ old: [], new: [] });
    isOpen = step !== "both";
    const [one, other] = [old[from], renewed[to]];
    if (step !== "second") from += 1;
    if (step !== "first") to += 1;
    if (step === "first" && one) gaps.at(-1)?.old.push(one);
    if (step === "second" && other) gaps.at(-1)?.new.push(other);
  }
  return gaps;
}

function findMoved(gaps: readonly Gap[]): readonly VersionPair[] {
  const waiting = new Map<string, VersionSentence[]>();
  for (const each of gaps.flatMap((gap) => gap.old)) {
    const alike = waiting.get(each.text);
    if (alike) alike.push(each);
    else waiting.set(each.text, [each]);
  }
  return gaps
    .flatMap((gap) => gap.new)
    .flatMap((each) => {
      const old = waiting.get(each.text)?.shift();
      return old ? [{ old, new: each }] : [];
    });
}

/** Within each gap, the pairs that are most alike first. */
function* findAltered(gaps: readonly Gap[], analyse: Analyse): Steps<readonly VersionPair[]> {
  const altered: VersionPair[] = [];
  const words = createCountWords(analyse);
  let compared = 0;
  for (const gap of gaps) {
    const room = MOST_COMPARED - compared;
    if (gap.old.length === 0 || gap.new.length === 0 || room <= 0) continue;
    const candidates = [...nearPairs(gap, room).take(room)];
    const alike: { readonly pair: VersionPair; readonly score: number }[] = [];
    for (const pair of candidates) {
      const score = likeness(words(pair.old), words(pair.new));
      if (score >= LEAST_ALIKE) alike.push({ pair, score });
      compared += 1;
      if (compared % COMPARED_AT_ONCE === 0) yield;
    }
    altered.push(...bestPairs(alike));
    yield;
  }
  return altered;
}

/** In a longer gap, a sentence and those whose places answer to its own: fewer of them where there is no room for more. */
function* nearPairs({ old, new: renewed }: Gap, room: number): Generator<VersionPair> {
  const isShort = old.length * renewed.length <= NEAR * NEAR * 4;
  const near = isShort ? renewed.length : Math.max(0, Math.min(NEAR, Math.floor((room / old.length - 1) / 2)));
  for (const [place, one] of old.entries()) {
    const middle = Math.round((place / old.length) * renewed.length);
    for (const other of renewed.slice(Math.max(0, middle - near), middle + near + 1)) yield { old: one, new: other };
  }
}

type WordCounts = ReadonlyMap<string, number>;

/** Counts the words of each sentence once. */
function createCountWords(analyse: Analyse): (sentence: VersionSentence) => WordCounts {
  return remember((sentence: VersionSentence): WordCounts => {
    const counts = new Map<string, number>();
    for (const { kind, skeleton } of cutWording(analyse(sentence.text).folded)) {
      if (kind === "word") counts.set(skeleton, (counts.get(skeleton) ?? 0) + 1);
    }
    return counts;
  });
}

/** The share of both sentences' words that stand in both: 0–1. */
function likeness(one: WordCounts, other: WordCounts): number {
  let [shared, all] = [0, 0];
  for (const [word, count] of one) {
    shared += Math.min(count, other.get(word) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Each sentence stands in one pair at most. */
function bestPairs(alike: readonly { readonly pair: VersionPair; readonly score: number }[]): VersionPair[] {
  const taken = new Set<VersionSentence>();
  const pairs: VersionPair[] = [];
  for (const { pair } of alike.toSorted((a, b) => b.score - a.score)) {
    if (taken.has(pair.old) || taken.has(pair.new)) continue;
    taken.add(pair.old).add(pair.new);
    pairs.push(pair);
  }
  return pairs.toSorted((a, b) => a.new.span.start - b.new.span.start);
}

/** Sections go by their headings: those without one are parts of others to a reader. */
function compareSections(before: Article, after: Article): VersionComparison["sections"] {
  return { added: sectionsWithout(after, before), removed: sectionsWithout(before, after) };
}

function sectionsWithout(article: Article, other: Article): Section[] {
  const counts = new Map<string, number>();
  for (const section of allSections(other.sections)) {
    const heading = headingText(other, section).trim();
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  return [...allSections(article.sections)].filter((section) => {
    const heading = headingText(article, section).trim();
    const left = counts.get(heading) ?? 0;
    counts.set(heading, left - 1);
    return heading !== "" && left <= 0;
  });
}
