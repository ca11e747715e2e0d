import type {
  AmountRule,
  Language,
  QuestionRule,
  QuestionTrait,
  QuestionType,
  TraitRule,
} from "../languages/language.ts";
import { languages } from "../languages/all.ts";
import type { KnownWords } from "../text/cut-knowing.ts";
import type { Analyse, Name } from "../text/terms.ts";
import type { Folded } from "../text/fold.ts";
import { findQuantities } from "../text/quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { Span } from "../text/span.ts";
import { cutParts, type QuestionPart } from "./question-parts.ts";
import { readScript, type Script } from "./read-script.ts";
import { isEmptyWord } from "./stop-words.ts";

/** What is known of a question before it is looked up in an article. */
export interface Question {
  /** As asked. */
  readonly source: string;
  readonly folded: Folded;
  /** The code of the language it is written in; absent where it has no letters, or most are of a script nobody reads here. */
  readonly language?: string;
  readonly script?: Script;
  readonly type: QuestionType;
  readonly asksForWork: boolean;
  /** What it wants beside what its type says. */
  readonly traits: ReadonlySet<QuestionTrait>;
  /** Matches the canonical unit of the amount that is asked for; absent where none is. */
  readonly askedUnit?: RegExp;
  /** It commands the program instead of asking the article. */
  readonly commands: boolean;
  /** Names that a dictionary knows. */
  readonly names: readonly Name[];
  /** Numbers, dates and times that the question states, at their places in the folded question. */
  readonly quantities: readonly Quantity[];
  /** The words that ask, in the folded question; absent for keywords. */
  readonly asking?: Span;
  /** Each word once, in reading order. */
  readonly words: readonly QuestionPart[];
  /** Neighbouring ideographs of the content, each pair once. */
  readonly pairs: readonly QuestionPart[];
  /** Its single ideographs. */
  readonly characters: readonly QuestionPart[];
}

/** Longer ones are texts, not questions, and must not take longer: numbers are looked for in so many code units. */
const MEASURED = 1000;
const MOST_QUANTITIES = 8;

const NOTHING: KnownWords = { has: () => false, hasWord: () => false };

/**
 * Analyses a question: what it asks for, and the words it is made of without those that only ask.
 *
 * @param known the words of the articles asked about: a question is cut into words with theirs in view.
 */
export function analyseQuestion(source: string, analyse: Analyse, known: KnownWords = NOTHING): Question {
  const analysed = analyse(source);
  const { folded } = analysed;
  const { terms, names } = analysed.asQuestion({ known, isEmpty: isEmptyWord });
  const { text } = folded;
  const rules = rulesFor(text);
  const { type, asking } = findTypeBy(rules, text);
  const askedUnit = rules.amounts.find(({ pattern }) => pattern.test(text))?.unit;
  const frames = rules.languages.flatMap(({ frame }) => Array.from(text.matchAll(frame), spanOfMatch));
  return {
    source,
    folded,
    ...readScript(source, folded),
    type,
    traits: new Set(rules.traits.filter(({ pattern }) => pattern.test(text)).map(({ trait }) => trait)),
    asksForWork: rules.languages.some((language) => language.asksForWork.test(text)),
    ...(askedUnit && { askedUnit }),
    commands: rules.languages.some(({ command }) => command.test(text)),
    names,
    quantities: findQuantities(text.slice(0, MEASURED)).slice(0, MOST_QUANTITIES),
    ...(asking && { asking }),
    ...cutParts({ folded, terms }, { frames, asking }),
  };
}

/** Finds what a folded question asks for, and the words that ask. */
export function findType(text: string): AskedType {
  return findTypeBy(rulesFor(text), text);
}

interface AskedType {
  readonly type: QuestionType;
  readonly asking?: Span;
}

function findTypeBy({ questions }: Rules, text: string): AskedType {
  for (const { type, pattern } of questions) {
    const match = pattern.exec(text);
    if (match) return { type, asking: spanOfMatch(match) };
  }
  return { type: /[?]\s*$/u.test(text) ? "yes-no" : "keywords" };
}

/** The rules of some languages as one list of each kind, in the languages' order. */
interface Rules {
  readonly languages: readonly Language[];
  readonly questions: readonly QuestionRule[];
  readonly amounts: readonly AmountRule[];
  readonly traits: readonly TraitRule[];
}

function joinAllRules(some: readonly Language[]): Rules {
  return {
    languages: some,
    questions: some.flatMap((language) => language.questionRules),
    amounts: some.flatMap((language) => language.amountRules),
    traits: some.flatMap((language) => language.traitRules),
  };
}

const rulesByScripts = {
  none: joinAllRules([]),
  Han: joinAllRules(languages.filter(({ script }) => script === "Han")),
  Latin: joinAllRules(languages.filter(({ script }) => script === "Latin")),
  both: joinAllRules(languages),
};

/** The rules of the languages whose letters a folded text has: no rule matches without any. */
function rulesFor(text: string): Rules {
  const isLatin = /[a-z]/.test(text);
  if (/\p{Script=Han}/u.test(text)) return isLatin ? rulesByScripts.both : rulesByScripts.Han;
  return isLatin ? rulesByScripts.Latin : rulesByScripts.none;
}

function spanOfMatch({ 0: text, index }: RegExpExecArray): Span {
  return { start: index, end: index + text.length };
}
