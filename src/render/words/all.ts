import type { Locale } from "../locale.ts";
import { english } from "./english.ts";
import { simplifiedChinese } from "./simplified-chinese.ts";
import { traditionalChinese } from "./traditional-chinese.ts";
import type { Words } from "./words.ts";

/** What the bot says, by language. */
export const words: Readonly<Record<Locale, Words>> = {
  en: english,
  "zh-CN": simplifiedChinese,
  "zh-TW": traditionalChinese,
};
