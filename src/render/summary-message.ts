import type { WeeklySummary } from "../community/weekly-summary.ts";
import { escapeInline, tidyLine } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { phrases } from "./phrases/all.ts";
import type { MessageReply } from "./reply.ts";

/** Five of this length fit a message, even where every character is escaped. */
const longestListed = 140;

/** Tells a server what happened in its inbox; who sent what is not told. */
export function summaryMessage(summary: WeeklySummary, locale: Locale): MessageReply {
  const { summary: say, people } = phrases[locale].inbox;
  const counted = (["sent", "answered", "outside", "dismissed"] as const).filter((each) => summary[each] > 0);
  const happened = counted.map((each) => say[each](summary[each])).join(" · ");
  const most = summary.most.map(
    ({ question, count }) => `- ${escapeInline(tidyLine(question, longestListed))} · ${people(count)}`,
  );
  const lines = [
    say.title,
    happened,
    ...(summary.open > 0 ? [say.open(summary.open)] : []),
    ...(most.length > 0 ? [say.most, ...most] : []),
    `-# ${say.where}`,
  ];
  return { kind: "message", content: lines.filter((line) => line !== "").join("\n"), private: false, quotes: [] };
}
