import { knownTexts } from "../text/known-texts.ts";
import { once } from "../text/once.ts";
import { rememberTexts } from "../text/remember-texts.ts";
import type { Alternative, AlternativeSource } from "./alternatives.ts";
import { englishForms, type IrregularForms } from "./english-forms.ts";
import { type Look, PHRASES } from "./look.ts";
import type { PlacedQuestion } from "./placed-question.ts";
import { joinToken, type Token } from "./question-tokens.ts";
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

/** Tables that are asked for every text. */
export interface JoinedTables {
  /** In the order in which they are asked. */
  readonly tables: readonly WeightedTable[];
  /** Whether any has an entry. */
  readonly has: (key: string) => boolean;
  /** Whether an entry of any begins with these tokens and has more. */
  readonly begins: (key: string) => boolean;
}

/** Most stretches of a question stand in no table: one look at all of them tells. */
export function joinTables(tables: readonly WeightedTable[]): JoinedTables {
  const isKey = once(() => knownTexts(tables.flatMap(({ table }) => [...table.keys()])));
  const isBeginning = once(() => knownTexts(tables.flatMap(({ table }) => [...table.beginnings()])));
  return { tables, has: (key) => isKey()(key), begins: (key) => isBeginning()(key) };
}

export interface TableLookUp {
  readonly general: JoinedTables;
  /** The one beside the text. */
  readonly article: WeightedTable | undefined;
  readonly irregular: IrregularForms;
  /** A word is looked up under its other region's name too. */
  readonly regional: SynonymTable;
  readonly isKnown: (text: string) => boolean;
}

/** A phrase is tried in full before its parts, which stay units of their own: 广告市场 may be written 广告买卖场 or 买卖场. */
export function createTableLook(parts: TableLookUp): Look {
  const { general, article } = parts;
  const lookUpOnce = rememberTexts((own) => lookUpPhrase(own, parts), PHRASES);
  const isEntry = (own: string): boolean => general.has(own) || (article?.table.find(own).length ?? 0) > 0;
  return (question, units) => {
    const { tokens } = question;
    for (const [from, first] of tokens.entries()) {
      let [own, hasContent] = ["", false];
      for (let at = from; at < tokens.length; at += 1) {
        const token = tokens[at];
        if (!token || (at > from && !token.joined)) break;
        own = joinToken(own, at > from ? tokens[at - 1] : undefined, token);
        hasContent ||= question.isContent(token);
        // Other forms of a Latin word are looked up too.
        const mayBeEntry = !token.isHan || isEntry(own);
        if (mayBeEntry && mayBeAsked(tokens.slice(from, at + 1), question, hasContent)) {
          for (const other of lookUpOnce(own)) units.add({ start: first.start, end: token.end }, other);
        }
        if (!general.begins(own) && article?.table.begins(own) !== true) break;
      }
    }
  };
}

function mayBeAsked(phrase: readonly Token[], question: PlacedQuestion, hasContent: boolean): boolean {
  const [first, last] = [phrase[0], phrase.at(-1)];
  if (!first || !last) return false;
  if (first.isHan || last.isHan) {
    const asksMeasure = phrase.length > 1 && /^[多几哪怎]/u.test(first.text);
    return (asksMeasure || phrase.length === 1 || hasContent) && question.isWordLike(first.start, last.end);
  }
  return hasContent && !phrase.every(({ text }) => /^\p{N}+$/u.test(text));
}

/** What the tables have for a phrase, as `joinTokens` writes it. */
function lookUpPhrase(
  own: string,
  { general, article, irregular, regional, isKnown }: TableLookUp,
): readonly Alternative[] {
  const last = LAST_WORD.exec(own)?.[0];
  const before = own.slice(0, own.length - (last?.length ?? 0));
  const keys =
    last === undefined
      ? [own, ...sameElsewhere(own, regional)]
      : englishForms(last, irregular).map((form) => before + form);
  const isOther = (text: string): boolean => (last === undefined ? text !== own : !keys.includes(text));
  const isCharacter = /^\p{Script=Han}$/u.test(own);
  return [...(article ? [article] : []), ...general.tables].flatMap(
    ({ table, source, mutual, oneWay, takesCharacters }) => {
      if (isCharacter && !takesCharacters) return [];
      // What the article calls 数据 is also what Taiwan calls 資料: its own table knows which of both is meant.
      const elsewhere = source === "article" && last === undefined ? regional.find(own).map(({ text }) => text) : [];
      return [...keys, ...elsewhere]
        .flatMap((key) => table.find(key))
        .filter(({ text }) => isOther(text) && isKnown(text))
        .map(({ text, mutual: isMutual }) => ({ text, source, weight: isMutual ? mutual : oneWay }));
    },
  );
}

/** The last word of a phrase that does not end with an ideograph. */
const LAST_WORD = /[[^ ]--\p{Script=Han}]+$/v;
