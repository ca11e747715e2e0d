import type { Analyse } from "../text/terms.ts";
import type { Locale } from "./locale.ts";

/** Chooses the language to answer a message in: that of the message, where it shows; Discord tells only the server's. */
export function localeOf(text: string, server: Locale, analyse: Analyse): Locale {
  const sample = text.slice(0, 200);
  if (/\p{Script=Han}/u.test(sample)) {
    if (isTraditional(sample, analyse)) return "zh-TW";
    return server === "zh-TW" ? server : "zh-CN";
  }
  return /\p{L}/u.test(sample) ? "en" : server;
}

/** Folding turns Traditional characters into Simplified ones and leaves those as they are. */
function isTraditional(text: string, analyse: Analyse): boolean {
  const folded = analyse(text).folded.text;
  for (const character of text.normalize("NFKC").toLowerCase()) if (!folded.includes(character)) return true;
  return false;
}
