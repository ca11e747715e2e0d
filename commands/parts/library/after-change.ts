import type { GuildState } from "../../../src/community/guild-state.ts";
import type { Row } from "../../../src/render/component.ts";
import { writeControlId } from "../../../src/render/control-id.ts";
import type { Locale } from "../../../src/render/locale.ts";
import { phrases } from "../../../src/render/phrases/all.ts";
import { undoRow } from "../undo-row.ts";

export interface ChangedArticle {
  /** The change's id. */
  readonly change: string;
  readonly article: string;
  readonly state: GuildState;
}

/** Says how much of what was taught about an article stands in its version in use. */
export function tellTaught({ article, state }: ChangedArticle, locale: Locale): string[] {
  const taught = taughtAbout(article, state);
  const lost = taught.filter((each) => each.lost).length;
  return taught.length === 0 ? [] : [phrases[locale].library.draft.taught(taught.length - lost, lost)];
}

/** Offers to take a change of the text back, and to ask what was taught again. */
export function changedRow({ change, article, state }: ChangedArticle, locale: Locale): Row {
  const row = undoRow(change, locale);
  if (row.kind !== "buttons" || taughtAbout(article, state).length === 0) return row;
  const label = phrases[locale].library.draft.check;
  const customId = writeControlId("check", []);
  return { ...row, buttons: [...row.buttons, { kind: "action", customId, label, style: "secondary" }] };
}

function taughtAbout(article: string, { taught }: GuildState) {
  return [...taught.values()].filter((each) => each.article === article);
}
