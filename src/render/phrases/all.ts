import type { Locale } from "../locale.ts";
import { englishPhrases } from "./english.ts";
import type { Phrases } from "./phrases.ts";
import { simplifiedChinesePhrases } from "./simplified-chinese.ts";
import { traditionalChinesePhrases } from "./traditional-chinese.ts";

/** What the bot says around its commands, by language. */
export const phrases: Readonly<Record<Locale, Phrases>> = {
  en: englishPhrases,
  "zh-CN": simplifiedChinesePhrases,
  "zh-TW": traditionalChinesePhrases,
};
