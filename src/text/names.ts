import { rememberTexts } from "./remember-texts.ts";
import type { Name } from "./terms.ts";
import type { WordCutter } from "./word-cutter.ts";
import { looksLikePerson, rememberWords, type WordList } from "./word-list.ts";

/** What is known of Chinese words. */
export interface Dictionaries {
  readonly cutter: WordCutter;
  readonly list: WordList | undefined;
  /** The dictionary's tag for one word of it. */
  readonly tagOf: (word: string) => string;
}

/** So many words, and what begins like one, are looked up once. */
const WORDS = { most: 8000, longest: 8 };

/** Opens them so that what was looked up last is kept. */
export function openDictionaries(cutter: WordCutter, list: WordList | undefined): Dictionaries {
  // A listed word that is likelier two has no tag of its own.
  const tagOf = (word: string): string => (cutter.cut(word, false).length === 1 ? cutter.tagOf(word) : "");
  return { cutter, list: list && rememberWords(list, WORDS), tagOf: rememberTexts(tagOf, WORDS) };
}

/** Names that a dictionary lists as nothing else, people's that look like it, and what stands before a title. */
export function namesAmong(tokens: readonly string[], { list, tagOf }: Dictionaries): Name[] {
  if (!list) return [];
  return tokens.flatMap((text, index): Name[] => {
    if (text.length < 2 || !HAN.test(text)) return [];
    const tag = tagOf(text);
    if (list.find(text) === "name" && tag !== "t") return [{ text, kind: kindByTag(tag) ?? "organisation" }];
    const isTitled = HONORIFIC.test(tokens[index + 1] ?? "") && list.isSurname(text.charAt(0));
    const isPerson = (tag.startsWith("nr") || isTitled) && list.find(text) !== "word";
    return isPerson && (isTitled || looksLikePerson(text, list)) ? [{ text, kind: "person" }] : [];
  });
}

const HONORIFIC = /^(?:先生|女士|小姐|太太|夫人|教授|博士|院士|老师|医生|律师)$/u;

/** Names by the dictionary's tags, guessed ones too; not those that are also words. */
export function findNames(text: string, { cutter, list }: Dictionaries): Name[] {
  return cutter.cut(text, true).flatMap((word): Name[] => {
    const kind = word.length < 2 ? undefined : kindByTag(cutter.tagOf(word));
    return kind === undefined || list?.find(word) === "word" ? [] : [{ text: word, kind }];
  });
}

/** The dictionary's part-of-speech tags for names (ICTCLAS's): `nr` and its kinds, `ns`, `nt`. */
function kindByTag(tag: string): Name["kind"] | undefined {
  if (tag.startsWith("nr")) return "person";
  if (tag === "ns") return "place";
  return tag === "nt" ? "organisation" : undefined;
}

const HAN = /\p{Script=Han}/u;
