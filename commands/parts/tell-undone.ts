import { isoDay } from "../../src/community/days.ts";
import type { MadeChange, Write } from "../../src/community/change.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import { articleRecord } from "../../src/community/records.ts";
import { escapeInline } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { showSubject } from "./history-page.ts";

/** Tells what was taken back, and of an article what it is now. */
export function tellUndone(
  { change, state }: { readonly change: MadeChange; readonly state: GuildState },
  locale: Locale,
): string {
  const { undone } = phrases[locale].library;
  const about = showSubject(change, state, locale);
  const articles = change.writes.filter(({ kind }) => kind === "article");
  const [only, ...others] = articles;
  return [undone(about === "" ? "…" : about), ...(only && others.length === 0 ? tellArticle(only, locale) : [])].join(
    "\n",
  );
}

function tellArticle({ key, before, after }: Write, locale: Locale): string[] {
  const say = phrases[locale].library;
  const id = escapeInline(key);
  if (after === undefined) return [say.notAsked(id)];
  const { active, versions } = articleRecord.parse(after);
  if (before === undefined) return [say.askedAgain(id)];
  const version = versions.find((each) => each.version === active);
  if (!version || articleRecord.parse(before).active === active) return [];
  return [say.inUseNow(id, `${isoDay(version.at)} (\`${active.slice(0, 8)}\`)`)];
}
