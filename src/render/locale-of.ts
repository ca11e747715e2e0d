import { findUnreadLanguage } from "../languages/unread/find-unread-language.ts";
import type { Analyse } from "../text/terms.ts";
import type { Locale } from "./locale.ts";

/** Chooses the language to answer a message in: that of the message, where it shows; Discord tells only the server's. */
export function localeOf(text: string, server: Locale, analyse: Analyse): Locale {
  const sample = text.slice(0, 200).replaceAll(REFERENCE, " ");
  if (/\p{Script=Han}/u.test(sample)) {
    if (findUnreadLanguage(sample)) return server;
    if (isTraditional(sample, analyse)) return "zh-TW";
    return server === "zh-TW" && !SIMPLIFIED.test(sample) ? server : "zh-CN";
  }
  return /\p{L}/u.test(sample) ? "en" : server;
}

/** Written for the bot: ids and signs of any language may stand in it. */
const REFERENCE = /\[\[[^[\]\n]*\]\]/gu;

/** Common characters that nobody writes in Traditional texts. */
const SIMPLIFIED =
  /[这们说时为来对没样还会过开关问话谁给让见请从买卖长门马车东书图馆创办国际经发现实应该钱费员动电写读学习讲谈议论点题头脑间闻网络软档术设计资讯连链线页语汉业产销价货账单试验难吗岁处变报边]/u;

/** Folding turns Traditional characters into Simplified ones and leaves those as they are. */
function isTraditional(text: string, analyse: Analyse): boolean {
  const folded = analyse(text).folded.text;
  for (const character of text.normalize("NFKC").toLowerCase()) if (!folded.includes(character)) return true;
  return false;
}
