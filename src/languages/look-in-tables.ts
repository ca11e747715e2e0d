import type { AlternativeSource, UnitCollector } from "./alternatives.ts";
import { englishForms, type IrregularForms } from "./english-forms.ts";
import type { PlacedQuestion } from "./placed-question.ts";
import { joinTokens, type Token } from "./question-tokens.ts";
import { sameElsewhere, type SynonymTable } from "./synonym-table.ts";

export interface WeightedTable {
  readonly table: SynonymTable;
  readonly source: AlternativeSource;
  /** What a word counts that leads back as well, and one that does not. */
  readonly mutual: number;
  readonly oneWay: number;
  /** Single ideographs may be asked for: they mean too much for a table that serves every text. */
  readonly takesCharacters: boolean;
}

export interface TableLookUp {
  readonly tables: readonly WeightedTable[];
  readonly irregular: IrregularForms;
  /** A word is looked up under its other region's name too. */
  readonly regional: SynonymTable;
  readonly isKnown: (text: string) => boolean;
}

/** A phrase is tried in full before its parts, which stay units of their own: 广告市场 may be written 广告买卖场 or 买卖场. */
export function lookInTables(question: PlacedQuestion, units: UnitCollector, look: TableLookUp): void {
  const { tokens } = question;
  for (const from of tokens.keys()) {
    const phrase: Token[] = [];
    for (let at = from; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token || (phrase.length > 0 && !token.joined)) break;
      phrase.push(token);
      if (mayBeAsked(phrase, question)) lookUpPhrase(phrase, units, look);
      const own = joinTokens(phrase);
      if (!look.tables.some(({ table }) => table.begins(own))) break;
    }
  }
}

function mayBeAsked(phrase: readonly Token[], question: PlacedQuestion): boolean {
  const [first, last] = [phrase[0], phrase.at(-1)];
  if (!first || !last) return false;
  if (first.isHan || last.isHan) {
    const asksMeasure = phrase.length > 1 && /^[多几哪怎]/u.test(first.text);
    const single = phrase.length === 1;
    const isAsked = asksMeasure || single || phrase.some((token) => question.isContent(token));
    return isAsked && question.isWordLike(first.start, last.end);
  }
  return phrase.some((token) => question.isContent(token)) && !phrase.every(({ text }) => /^\p{N}+$/u.test(text));
}

function lookUpPhrase(
  phrase: readonly Token[],
  units: UnitCollector,
  { tables, irregular, regional, isKnown }: TableLookUp,
): void {
  const [first, last] = [phrase[0], phrase.at(-1)];
  if (!first || !last) return;
  const place = { start: first.start, end: last.end };
  const own = joinTokens(phrase);
  const before = own.slice(0, -last.text.length);
  const keys = last.isHan
    ? [own, ...sameElsewhere(own, regional)]
    : englishForms(last.text, irregular).map((form) => before + form);
  const isOther = (text: string): boolean => (last.isHan ? text !== own : !keys.includes(text));
  for (const { table, source, mutual, oneWay, takesCharacters } of tables) {
    if (phrase.length === 1 && first.isHan && !takesCharacters) continue;
    // What the article calls 数据 is also what Taiwan calls 資料: its own table knows which of both is meant.
    const elsewhere = source === "article" && last.isHan ? regional.find(own).map(({ text }) => text) : [];
    for (const { text, mutual: isMutual } of [...keys, ...elsewhere].flatMap((key) => table.find(key))) {
      if (isOther(text) && isKnown(text)) units.add(place, { text, source, weight: isMutual ? mutual : oneWay });
    }
  }
}
