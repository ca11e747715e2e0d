import type { OtherForms } from "./other-forms.ts";
import type { QuestionSense, SenseUnit } from "./question-sense.ts";
import { SlipIndex } from "./find-slips.ts";

interface Entry<Value> {
  readonly sense: QuestionSense;
  readonly value: Value;
}

/**
 * Finds the questions that may be the same as another: a word that none of them lacks is looked up, the rarest, with its other forms.
 */
export class SenseIndex<Value> {
  private readonly entries: Entry<Value>[] = [];
  private readonly byLetters = new Map<string, number[]>();
  /** By stems, pairs of ideographs, and single ideographs that are words. */
  private readonly byTerm = new Map<string, number[]>();
  private readonly slips = new SlipIndex();

  add(sense: QuestionSense, value: Value): void {
    const number = this.entries.push({ sense, value }) - 1;
    push(this.byLetters, sense.letters, number);
    const terms = new Set(sense.units.filter(({ isHan }) => !isHan).map(({ own }) => own));
    for (const term of terms) if (!this.byTerm.has(term)) this.slips.add(term);
    for (const { isHan, own } of sense.units) if (isHan && !isLong(own)) terms.add(own);
    for (const pair of pairsOf(sense.text)) terms.add(pair);
    for (const term of terms) push(this.byTerm, term, number);
  }

  /** The equal ones first. */
  *candidates(sense: QuestionSense, forms: OtherForms): Generator<Entry<Value>> {
    const equal = sense.letters === "" ? [] : (this.byLetters.get(sense.letters) ?? []);
    yield* this.entriesOf(equal);
    const needed = sense.units.filter(({ isIdle }) => !isIdle);
    // 忘 may be 忘记 there, and 文件大小 two words: others tell more surely.
    const sure = needed.filter(({ isHan, own }) => !isHan || own.length === 2 || own.length === 3);
    const single = needed.filter(({ isHan, own }) => isHan && !isLong(own)).map(({ own }) => own);
    const lists = (sure.length > 0 ? sure : needed).map((unit) => [
      ...this.listsFor(unit, forms(unit)),
      ...this.listsParted(unit, single),
    ]);
    // What stands nowhere may be within another word: 办好 is 办.
    const found = lists.filter((list) => sizeOf(list) > 0);
    const rarest = found.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? [];
    yield* this.entriesOf(new Set(rarest.flat()));
  }

  /** Every question that has a unit, whatever it is called there, is on one of these. */
  private listsFor({ own, isHan }: SenseUnit, forms: ReadonlySet<string>): (readonly number[])[] {
    const slips = isHan ? [] : this.slips.find(own);
    return [own, ...forms, ...slips].map((form) => this.listOf(form));
  }

  /** 放盐 may be 盐 and 放 there, in either order, and the other way round. */
  private listsParted({ own, isHan }: SenseUnit, single: readonly string[]): (readonly number[])[] {
    if (!isHan) return [];
    const [first = "", second, ...more] = own;
    if (second === undefined) return single.flatMap((each) => [this.listOf(first + each), this.listOf(each + first)]);
    const parts = more.length > 0 ? [] : [this.byTerm.get(first), this.byTerm.get(second)];
    return parts.every((part) => part !== undefined) ? parts.toSorted((a, b) => a.length - b.length).slice(0, 1) : [];
  }

  private listOf(form: string): readonly number[] {
    const pairs = pairsOf(form);
    if (pairs.length === 0) return this.byTerm.get(form) ?? [];
    return pairs.map((pair) => this.byTerm.get(pair) ?? []).toSorted((a, b) => a.length - b.length)[0] ?? [];
  }

  private *entriesOf(numbers: Iterable<number>): Generator<Entry<Value>> {
    for (const number of numbers) {
      const entry = this.entries[number];
      if (entry) yield entry;
    }
  }
}

function push(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}

function sizeOf(lists: readonly (readonly number[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

function pairsOf(text: string): string[] {
  return Array.from(text.matchAll(/(?=(\p{Script=Han}{2}))/gu), ([, pair = ""]) => pair);
}

function isLong(word: string): boolean {
  return [...word].length > 1;
}
