import type { GapState, ListedGap } from "../../src/community/gaps.ts";
import type { ActionButton, Row } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { escapeInline, escapeLine, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { contentLimit, type UpdateReply } from "../../src/render/reply.ts";
import { undoRow } from "./undo-row.ts";

export interface GapPageOptions {
  readonly locale: Locale;
  /** What the list was, to go back to: behind the buttons' own states. */
  readonly from: readonly string[];
  /** What was just done with it. */
  readonly done?: { readonly said: string; readonly change: string } | undefined;
}

/** Shows one sent question with what can be done about it. */
export function gapPage(
  gap: ListedGap,
  { locale, from, done }: GapPageOptions,
): Pick<UpdateReply, "content" | "quotes" | "components"> {
  const head = [
    ...(done ? [done.said] : []),
    `-# ${describe(gap, locale)}`,
    `> ${escapeLine(gap.question)}`,
    ...(gap.versions.length > 0
      ? [`-# ${phrases[locale].inbox.gap.versions(gap.versions.map(escapeInline).join(" · "))}`]
      : []),
  ];
  const lines = [...head, ...showComments(gap, locale, contentLimit - head.join("\n").length)];
  return {
    content: lines.join("\n"),
    quotes: [],
    components: [...actionRows(gap, locale, from), ...(done ? [undoRow(done.change, locale)] : [])],
  };
}

/** A day as Discord shows it to each reader in their own language and time zone. */
export function daySent(milliseconds: number): string {
  return `<t:${Math.floor(milliseconds / 1000)}:d>`;
}

function describe({ state, count, first, last }: ListedGap, locale: Locale): string {
  const say = phrases[locale].inbox;
  const times = first === last ? say.gap.once(daySent(first)) : say.gap.times(daySent(first), daySent(last));
  return [say.states[state], say.people(count), times].join(" · ");
}

/** The longest line that tells how many comments are left out, with the breaks around. */
const restLength = 40;

/** As many as there is room for, the newest first. */
function showComments({ comments }: ListedGap, locale: Locale, room: number): string[] {
  const say = phrases[locale].inbox.gap;
  if (comments.length === 0) return [];
  const lines = [say.comments];
  let left = room - say.comments.length - restLength;
  for (const [index, { text }] of comments.toReversed().entries()) {
    const line = `- ${escapeInline(tidyLine(text, 300))}`;
    left -= line.length + 1;
    if (left < 0) return [...lines, `-# ${say.more(comments.length - index)}`];
    lines.push(line);
  }
  return lines;
}

/** The states that people give by buttons; it is answered by being taught. */
export const settlings = { outside: "x", dismissed: "d", open: "o" } as const;
type Settling = keyof typeof settlings;

const possible: Readonly<Record<GapState, readonly Settling[]>> = {
  open: ["outside", "dismissed"],
  answered: ["open"],
  outside: ["dismissed", "open"],
  dismissed: ["outside", "open"],
};

function actionRows({ key, state }: ListedGap, locale: Locale, from: readonly string[]): Row[] {
  const { buttons } = phrases[locale].inbox;
  const labels = { outside: buttons.outside, dismissed: buttons.dismiss, open: buttons.reopen };
  const settle = possible[state].map((to) =>
    button(labels[to], writeControlId("gap-settle", [settlings[to], key, ...from])),
  );
  return [
    {
      kind: "buttons",
      buttons: [
        button(buttons.back, writeControlId("gaps", ["^", ...from])),
        button(buttons.ask, writeControlId("gap-ask", [key])),
        button(buttons.answer, writeControlId("gap-answer", [key]), state === "open" ? "primary" : "secondary"),
        ...settle,
      ],
    },
  ];
}

function button(label: string, customId: string, style: ActionButton["style"] = "secondary"): ActionButton {
  return { kind: "action", customId, label, style };
}
