import { compareQuantities } from "../../text/compare-quantities.ts";
import type { Quantity } from "../../text/quantity.ts";
import type { QuestionSense, SenseUnit } from "./question-sense.ts";
import { haveOtherTraits } from "./question-traits.ts";
import { strictOrderingWords } from "./telling-words.ts";

/** How much a word agrees that is written in another way. */
const OTHERWISE = { form: 0.9, within: 0.95, slip: 0.85 } as const;

export interface WordComparison {
  readonly forms: (unit: SenseUnit) => ReadonlySet<string>;
  /** Tells whether one is the other with a slip of the keyboard. */
  readonly isSlip: (one: SenseUnit, other: SenseUnit) => boolean;
}

/**
 * Tells how much two questions ask the same, 0–1: 0 for any other question. They differ by whatever one has and the other lacks:
 * a word, a number, a denial, who does it to whom.
 */
export function compareSenses(asked: QuestionSense, taught: QuestionSense, by: WordComparison): number {
  if (asked.letters === taught.letters) return 1;
  const [one, other] = [partAsIn(taught, asked), partAsIn(asked, taught)];
  if (
    one.denies !== other.denies ||
    one.marked !== other.marked ||
    haveOtherTraits(one.traits, other.traits) ||
    !asksSame(one, other) ||
    !haveSame(one.quantities, other.quantities)
  )
    return 0;
  const forth = matchUnits(one, other, by);
  const back = forth && matchUnits(other, one, by);
  if (!forth || !back || !keepsOrder(one, other, forth)) return 0;
  const scores = [...forth, ...back].flatMap((match) => (match ? [match.score] : []));
  if (scores.length === 0) return 0;
  // What is not letter for letter the same is asked in other words.
  return Math.min(0.99, scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

/** What is done stands before or behind what it is done to: 什么时候放盐 is 盐什么时候放. */
function partAsIn(other: QuestionSense, sense: QuestionSense): QuestionSense {
  const isPart = (ideograph: string): boolean => other.units.some(({ own }) => own === ideograph);
  const isTwo = ({ isHan, own }: SenseUnit): boolean => isHan && own.length === 2 && [...own].every(isPart);
  // Where the order of units counts they stay as they are.
  if (sense.ordering.size > 0 || !sense.units.some(isTwo)) return sense;
  const units = sense.units.flatMap((unit) =>
    isTwo(unit) ? [...unit.own].map((own) => ({ ...unit, own, written: own })) : [unit],
  );
  return { ...sense, units };
}

function asksSame({ asked: one }: QuestionSense, { asked: other }: QuestionSense): boolean {
  if (one.isObject !== other.isObject) return false;
  return (
    isSameThing(one.thing, other.thing) &&
    (one.sort === undefined || other.sort === undefined || one.sort === other.sort)
  );
}

/** What an amount is called asks for it: 运费是多少 and 运费多少钱 differ by no word. */
function isSameThing(one: string, other: string): boolean {
  return one === other || (one === "price" && other === "what") || (one === "what" && other === "price");
}

function haveSame(some: readonly Quantity[], others: readonly Quantity[]): boolean {
  return some.every((each) => holds(others, each)) && others.every((each) => holds(some, each));
}

function holds(list: readonly Quantity[], quantity: Quantity): boolean {
  return list.some((each) => compareQuantities(quantity, each) === "same");
}

interface UnitMatch {
  /** The index of the other question's unit; absent where the word stands within its letters. */
  readonly at: number | undefined;
  readonly score: number;
}

/** For each unit what it is in the other question, nothing for an idle one; nothing at all where one is not there. */
function matchUnits(
  { units }: QuestionSense,
  other: QuestionSense,
  by: WordComparison,
): readonly (UnitMatch | undefined)[] | undefined {
  const matches: (UnitMatch | undefined)[] = [];
  for (const unit of units) {
    const match = matchUnit(unit, other, by);
    if (!match && !unit.isIdle) return undefined;
    matches.push(match);
  }
  return matches;
}

function matchUnit(unit: SenseUnit, { units, text }: QuestionSense, by: WordComparison): UnitMatch | undefined {
  const same = units.findIndex(({ own }) => own === unit.own);
  if (same >= 0) return { at: same, score: 1 };
  const forms = by.forms(unit);
  const alike = units.findIndex((each) => forms.has(each.own) || by.forms(each).has(unit.own));
  if (alike >= 0) return { at: alike, score: OTHERWISE.form };
  if (unit.isHan && [...unit.own].length > 1) {
    if (text.includes(unit.own)) return { at: unitAt(units, unit.own), score: OTHERWISE.within };
    const within = forms.values().find((form) => form.length > 1 && HAN.test(form) && text.includes(form));
    if (within !== undefined) return { at: unitAt(units, within), score: OTHERWISE.form };
  }
  if (unit.isHan && isWithin(unit, { units, text }, by)) return { at: undefined, score: OTHERWISE.form };
  const slip = units.findIndex((each) => by.isSlip(unit, each));
  return slip >= 0 ? { at: slip, score: OTHERWISE.slip } : undefined;
}

/** In two parts (文件 and 大小, where the other has 档案大小), or with what completes a verb: 忘 and 忘记. */
function isWithin(
  unit: SenseUnit,
  { units, text }: Pick<QuestionSense, "units" | "text">,
  by: WordComparison,
): boolean {
  const { own } = unit;
  if (units.some((each) => completes(each.own, own) || completes(own, each.own))) return true;
  if (own.length < 4) return false;
  const stands = (part: string): boolean =>
    text.includes(part) ||
    by
      .forms({ ...unit, own: part, written: part })
      .values()
      .some((form) => text.includes(form));
  return stands(own.slice(0, 2)) && stands(own.slice(2));
}

function completes(long: string, short: string): boolean {
  return long.length === 2 && short.length === 1 && long.startsWith(short) && COMPLEMENTS.includes(long.charAt(1));
}

const COMPLEMENTS = "好完到掉成记住了过";
const HAN = /^\p{Script=Han}+$/u;

/** The unit that holds or begins a word that stands within the letters. */
function unitAt(units: readonly SenseUnit[], word: string): number | undefined {
  const at = units.findIndex(({ own }) => own.includes(word) || word.startsWith(own));
  return at >= 0 ? at : undefined;
}

/** `From Paris to London` is not `from London to Paris`, and who bites whom counts where no word joins them in any order. */
function keepsOrder(one: QuestionSense, other: QuestionSense, matches: readonly (UnitMatch | undefined)[]): boolean {
  for (const word of strictOrderingWords) {
    if (one.ordering.has(word) !== other.ordering.has(word)) return false;
  }
  if (leadsElsewhere(one, other, matches)) return false;
  for (const [word, at] of one.ordering) {
    const there = other.ordering.get(word);
    const matched = matches[at]?.at;
    if (there !== undefined && matched !== undefined && matched !== there) return false;
  }
  return !isTurnedRound(one, other, matches);
}

/** `To Canada` is not `from Canada`. */
function leadsElsewhere(
  one: QuestionSense,
  other: QuestionSense,
  matches: readonly (UnitMatch | undefined)[],
): boolean {
  return OPPOSITES.some(([ways, back]) =>
    after(one, ways).some((at) => {
      const there = matches[at]?.at;
      return there !== undefined && after(other, back).includes(there) && !after(other, ways).includes(there);
    }),
  );
}

function after({ ordering }: QuestionSense, words: readonly string[]): readonly number[] {
  return words.flatMap((word) => ordering.get(word) ?? []);
}

const TO = ["to", "到", "至", "往", "去", "向"];
const FROM = ["from", "从", "由", "自", "离"];
const OPPOSITES = [
  [TO, FROM],
  [FROM, TO],
] as const;

/** Tells whether three words stand the other way round, with nothing between them in either that joins in any order. */
function isTurnedRound(one: QuestionSense, other: QuestionSense, matches: readonly (UnitMatch | undefined)[]): boolean {
  const places = matches.flatMap((match, index) => (match?.at === undefined ? [] : [{ index, at: match.at }]));
  for (let first = 0; first + 2 < places.length; first += 1) {
    const [a, b, c] = places.slice(first, first + 3);
    if (!a || !b || !c || !(a.at > b.at && b.at > c.at)) continue;
    const isJoined =
      one.units.slice(a.index + 1, c.index + 1).some((unit) => unit.isJoined) ||
      other.units.slice(c.at + 1, a.at + 1).some((unit) => unit.isJoined);
    if (!isJoined) return true;
  }
  return false;
}
