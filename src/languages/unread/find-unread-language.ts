import { once } from "../../text/once.ts";
import { latinLanguages } from "./latin-languages.ts";

/** A language that questions cannot be read in. */
export interface UnreadLanguage {
  /** ISO 639; absent where only the script is known to be another. */
  readonly code?: string;
}

/** Of a longer text the beginning tells. */
const LONGEST = 600;

/**
 * Tells in which language that is not read a question is written; gives nothing for Chinese and English ones, and in doubt,
 * since names, titles and key words of other languages stand in those as well.
 */
export function findUnreadLanguage(text: string): UnreadLanguage | undefined {
  const sample = text.slice(0, LONGEST).normalize("NFC").replaceAll(QUOTED, " ");
  return findByScript(sample) ?? (/\p{Script=Han}/u.test(sample) ? undefined : findByWords(sample));
}

/** What is quoted is asked about, and addresses are in no language. */
const QUOTED = /“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|"[^"]*"|«[^«»]*»|https?:\/\/\S+/gu;

const SCRIPTS: readonly (readonly [code: string | undefined, letters: RegExp])[] = [
  ["ko", /\p{Script=Hangul}/gu],
  ["uk", /[іїєґ]|(?<!\p{L})(?:що|хто|ця|цю|цей|чи|або|яка|які|коли|чому)(?!\p{L})/giu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["fa", /[پچژگ]/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["el", /\p{Script=Greek}/gu],
  [undefined, /[[\p{L}--[\p{Script=Han}\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]]]/gv],
];

function findByScript(text: string): UnreadLanguage | undefined {
  if (isJapanese(text)) return { code: "ja" };
  if (/\p{Script=Han}/u.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const others = text.match(/[[\p{L}--\p{Script=Latin}]]/gv)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu) ?? [];
  const isMost = others * 2 > letters || (others > words.length * 3 && !words.some(isEnglish));
  if (!isMost || others < 2) return undefined;
  const [code] = SCRIPTS.find(([, pattern]) => text.match(pattern)) ?? [];
  return code === undefined ? {} : { code };
}

/** Japanese builds its sentences with hiragana; a Chinese one may name Japanese things, and asks in words of its own. */
function isJapanese(text: string): boolean {
  if (/\p{Script=Han}[はをか][?？]\s*$/u.test(text)) return true;
  const hiragana = text.match(/\p{Script=Hiragana}/gu)?.length ?? 0;
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (kana < 2 || (hiragana < 2 && kana * 2 < (text.match(/\p{L}/gu)?.length ?? 0))) return false;
  return !/[吗嗎么麼怎哪呢吧们們这這您你啥]|什么|甚麼|是(?:谁|誰|什|哪|不|否|指)|多少|为何|為何|意思|谁|(?:有|是)没|沒/u.test(
    text,
  );
}

function isEnglish(word: string): boolean {
  return ENGLISH.has(word.toLowerCase());
}

interface Telling {
  readonly asks: ReadonlySet<string>;
  readonly mayAsk: ReadonlySet<string>;
  readonly builds: ReadonlySet<string>;
  readonly code: string;
}

const languages = once(() =>
  latinLanguages.map(({ code, asks, mayAsk, builds }): Telling => ({
    code,
    asks: new Set(asks),
    mayAsk: new Set(mayAsk),
    builds: new Set(builds),
  })),
);

function findByWords(text: string): UnreadLanguage | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.some(isEnglish)) return undefined;
  const isQuestion = /\?\s*$/u.test(text);
  const told = languages().map((language) => tell(words, language));
  const [best] = told
    .filter(({ asks, mayAsk, builds }) => {
      if (asks > 0) return true;
      if (mayAsk > 0 && builds > 0) return isQuestion || mayAsk + builds > 2 || words.length <= 4;
      return builds >= (isQuestion ? 3 : 4) && builds * 2 >= words.length;
    })
    .toSorted((a, b) => b.score - a.score);
  return best && { code: best.code };
}

function tell(words: readonly string[], { code, asks, mayAsk, builds }: Telling) {
  const [asked, mayBeAsked, built] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [at, word] of words.entries()) {
    const [two, three] = [2, 3].map((count) => words.slice(at, at + count).join(" "));
    for (const phrase of new Set([word, two ?? word, three ?? word])) {
      if (asks.has(phrase)) asked.add(phrase);
    }
    if (mayAsk.has(word)) mayBeAsked.add(word);
    else if (builds.has(word)) built.add(word);
  }
  const score = asked.size * 2 + mayBeAsked.size + built.size;
  return { code, asks: asked.size, mayAsk: mayBeAsked.size, builds: built.size, score };
}

/** Words that build English sentences and mean nothing in the others, as far as those have them. */
const ENGLISH: ReadonlySet<string> = new Set(
  `the what who how when where why which whose whom does did doing and with from mean means meaning about this that
   there could should would your yours its they them their been were tell explain please many much long old after before
   into between because than then these those what's whats who's hows say says said you it my our his her not if of or by`.split(
    /\s+/u,
  ),
);
