import { degreesOf } from "./degrees.ts";
import type { DictionaryRows } from "./dictionary-rows.ts";
import type { Sense, Synset } from "./word-net.ts";

export interface WordSource {
  readonly synsets: readonly Synset[];
  readonly senses: readonly Sense[];
  /** Whether a word that nobody counted is common all the same. */
  readonly isCommon: (word: string) => boolean;
}

/** What a word counts by how it is related, before it is known how usual the senses are. */
const SYNONYM = 0.8;
const DEGREE = 0.85;
const RELATIONS: ReadonlyMap<string, number> = new Map([
  // settle and settler; Danish and Denmark.
  ["+", 0.8],
  ["\\", 0.8],
  // heavy and weight.
  ["=", 0.5],
  // quick and rapid; verbs that are used alike.
  ["&", 0.4],
  ["$", 0.3],
]);
const LEAST = 0.2;
const MOST = 12;
const LONGEST_PHRASE = 3;
/** Added to every count, so that a sense that was never seen is not impossible. */
const UNSEEN = 0.3;

/**
 * Lists for each common English word those of its root and those of near meaning.
 *
 * A relation holds between senses, and a question does not tell which is meant: it counts by how usual the senses are. Words of
 * one root are related in whatever sense, so for them the sense counts less.
 */
export function relatedWords({ synsets, senses, isCommon }: WordSource): DictionaryRows {
  const usual = shares(senses);
  const counted = new Set(senses.filter(({ count }) => count > 0).map(({ word }) => word));
  const keeps = (word: string): boolean => isPlain(word) && (counted.has(word) || isCommon(word));
  const rows = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, weight: number): void => {
    if (from === to || weight < LEAST) return;
    const row = rows.get(from) ?? new Map<string, number>();
    row.set(to, Math.max(row.get(to) ?? 0, weight));
    rows.set(from, row);
  };
  for (const { from, to, weight, isRoot } of relations(synsets)) {
    if (!keeps(from.word) || !keeps(to.word)) continue;
    const [one, other] = [usual(from), usual(to)];
    add(from.word, to.word, weight * (isRoot ? one ** 0.25 : one ** 0.5 * other ** 0.25));
  }
  for (const { form, base } of degreesOf(senses.filter(({ word }) => keeps(word)))) {
    add(form, base, DEGREE);
    add(base, form, DEGREE);
  }
  return new Map([...rows].map(([word, row]) => [word, best(row)]));
}

interface WordSense {
  readonly word: string;
  readonly synset: string;
}

interface Relation {
  readonly from: WordSense;
  readonly to: WordSense;
  readonly weight: number;
  readonly isRoot: boolean;
}

function isPlain(word: string): boolean {
  return /^[a-z][a-z -]+$/.test(word) && word.split(" ").length <= LONGEST_PHRASE;
}

/** How often a word has this sense among all that it has, 0–1. */
function shares(senses: readonly Sense[]): (sense: WordSense) => number {
  const known = new Map<string, number>();
  for (const list of Map.groupBy(senses, ({ word }) => word).values()) {
    const sum = list.reduce((total, { count }) => total + count + UNSEEN, 0);
    for (const { word, synset, count } of list) known.set(`${word} ${synset}`, (count + UNSEEN) / sum);
  }
  return ({ word, synset }) => known.get(`${word} ${synset}`) ?? 0;
}

function* relations(synsets: readonly Synset[]): Generator<Relation> {
  const byId = new Map(synsets.map((synset) => [synset.id, synset]));
  for (const synset of synsets) {
    yield* everyPair(synset, synset, SYNONYM);
    for (const { symbol, to, fromWord, toWord } of synset.pointers) {
      const weight = RELATIONS.get(symbol);
      const other = byId.get(to);
      if (weight === undefined || !other) continue;
      const [one, two] = [synset.words[fromWord], other.words[toWord]];
      if (one === undefined || two === undefined) {
        yield* everyPair(synset, other, weight);
        continue;
      }
      const [from, target] = [
        { word: one, synset: synset.id },
        { word: two, synset: other.id },
      ];
      yield { from, to: target, weight, isRoot: true };
      yield { from: target, to: from, weight, isRoot: true };
    }
  }
}

function* everyPair(one: Synset, other: Synset, weight: number): Generator<Relation> {
  for (const word of one.words) {
    for (const second of other.words) {
      yield {
        from: { word, synset: one.id },
        to: { word: second, synset: other.id },
        weight,
        isRoot: false,
      };
    }
  }
}

function best(row: ReadonlyMap<string, number>) {
  return [...row]
    .map(([text, weight]) => ({ text, weight }))
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST);
}
