import { type GapState, type ListedGap, listGaps } from "../../src/community/gaps.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import type { Row } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { pageRows } from "../../src/render/page-buttons.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { UpdateReply } from "../../src/render/reply.ts";
import { daySent } from "./gap-page.ts";

/** Which gaps are listed, and which part of them. */
export interface GapsPlace {
  readonly filter: GapState | "all";
  /** Counted from 0. */
  readonly page: number;
}

/** Of so many with questions of this length the list fits a message, even where every character is escaped. */
const gapsPerPage = 8;
const longestListed = 70;

const filterLetters = { all: "l", open: "o", answered: "a", outside: "x", dismissed: "d" } as const;

/** Lists a part of a server's inbox, with a menu that opens one. */
export function gapsPage(
  state: GuildState,
  { filter, page }: GapsPlace,
  locale: Locale,
): Pick<UpdateReply, "content" | "quotes" | "components"> {
  const { inbox, page: sayPage } = phrases[locale];
  const say = inbox.list;
  const gaps = listGaps(state, filter);
  if (gaps.length === 0) {
    return { content: filter === "all" ? say.none : say.noneIn(inbox.states[filter]), quotes: [], components: [] };
  }
  const pages = Math.ceil(gaps.length / gapsPerPage);
  const at = Math.min(Math.max(page, 0), pages - 1);
  const shown = gaps.slice(at * gapsPerPage, (at + 1) * gapsPerPage);
  const lines = [
    filter === "all" ? say.all(gaps.length) : say.some(gaps.length, inbox.states[filter]),
    ...shown.map((gap) => `- ${escapeInline(tidyLine(gap.question, longestListed))}\n-# ${describe(gap, locale)}`),
    ...(pages > 1 ? [`-# ${sayPage(at + 1, pages)}`] : []),
  ];
  const menu: Row = {
    kind: "select",
    customId: writeControlId("gap-open", writeGapsPlace({ filter, page: at })),
    placeholder: say.choose,
    options: shown.map(({ key, question, count }) => ({
      label: tidyLine(question, 100),
      value: key,
      description: inbox.people(count),
    })),
  };
  const stateOf = (to: number) => writeGapsPlace({ filter, page: to });
  const rows = pageRows({ name: "gaps", stateOf, page: at, pages, locale });
  return { content: lines.join("\n"), quotes: [], components: [menu, ...rows] };
}

export function writeGapsPlace({ filter, page }: GapsPlace): string[] {
  return [filterLetters[filter], String(page)];
}

/** Reads a place back; it comes from outside, so that anything may stand there. */
export function readGapsPlace([letter, page = ""]: readonly string[]): GapsPlace | undefined {
  const filter = gapFilters.find((each) => filterLetters[each] === letter);
  return filter && /^\d{1,4}$/u.test(page) ? { filter, page: Number(page) } : undefined;
}

/** What can be listed, the commonest first. */
export const gapFilters = ["open", "answered", "outside", "dismissed", "all"] as const;

function describe({ state, count, last }: ListedGap, locale: Locale): string {
  const { people, states } = phrases[locale].inbox;
  return [people(count), states[state], daySent(last)].join(" · ");
}
