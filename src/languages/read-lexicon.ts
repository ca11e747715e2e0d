import { readFileSync } from "node:fs";
import { createFold, type Fold } from "../text/fold.ts";
import { createDictionary } from "./dictionary.ts";
import { english } from "./english.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { createPinyin } from "./pinyin.ts";
import { createSounds } from "./sounds.ts";
import { parseSynonyms, type SynonymRule } from "./synonyms.ts";

const FOLDER = new URL("../../data/languages/", import.meta.url);

/**
 * Makes the lexicon of the tables in data/languages/; the dictionaries are read at their first use.
 *
 * @throws Error when a table is missing or holds a line that is no rule.
 */
export function readLexicon(fold: Fold = createFold()): Lexicon {
  return createLexicon({
    fold,
    stem: english.stem ?? ((word) => word),
    tables: {
      chinese: readTable("zh.synonyms.txt"),
      english: readTable("en.synonyms.txt"),
      englishForms: readTable("en-forms.synonyms.txt"),
      names: readTable("names.synonyms.txt"),
      regional: readTable("regional.synonyms.txt"),
      demonyms: readTable("demonyms.synonyms.txt"),
      technical: readTable("technical.synonyms.txt"),
    },
    englishToChinese: readOnce("en-zh.tsv", createDictionary),
    chineseToEnglish: readOnce("zh-en.tsv", createDictionary),
    relatedWords: readOnce("en-words.tsv", createDictionary),
    pinyin: readOnce("pinyin.tsv", createPinyin),
    sounds: readOnce("sounds.tsv", createSounds),
  });
}

function readTable(name: string): SynonymRule[] {
  try {
    return parseSynonyms(readFileSync(new URL(name, FOLDER), "utf8"));
  } catch (error) {
    throw new Error(`data/languages/${name}: ${error instanceof Error ? error.message : "unreadable"}`, {
      cause: error,
    });
  }
}

function readOnce<Kind>(name: string, create: (table: string) => Kind): () => Kind {
  let known: Kind | undefined;
  return () => (known ??= create(readFileSync(new URL(name, FOLDER), "utf8")));
}
