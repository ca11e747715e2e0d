import type { ActionButton, Row } from "./component.ts";
import { fitsControlId, writeControlId } from "./control-id.ts";
import type { Locale } from "./locale.ts";
import { phrases } from "./phrases/all.ts";

export interface PagedControl {
  readonly name: string;
  /** The state that opens a page, counted from 0. */
  readonly stateOf: (page: number) => readonly string[];
  readonly page: number;
  readonly pages: number;
  readonly locale: Locale;
}

/**
 * Makes the two buttons that leaf through pages; the direction keeps their ids apart.
 *
 * A single page needs none, and where what was looked for has no room in an id, the first page is all.
 */
export function pageButtons({ name, stateOf, page, pages, locale }: PagedControl): ActionButton[] {
  if (pages < 2 || !fitsControlId(name, ["<", ...stateOf(pages - 1)])) return [];
  const { previousPage, nextPage } = phrases[locale].buttons;
  const button = (label: string, direction: "<" | ">", to: number): ActionButton => ({
    kind: "action",
    customId: writeControlId(name, [direction, ...stateOf(Math.min(Math.max(to, 0), pages - 1))]),
    label,
    style: "secondary",
    disabled: to < 0 || to >= pages,
  });
  return [button(previousPage, "<", page - 1), button(nextPage, ">", page + 1)];
}

/** The same as a row of their own, where there are any. */
export function pageRows(control: PagedControl): Row[] {
  const buttons = pageButtons(control);
  return buttons.length > 0 ? [{ kind: "buttons", buttons }] : [];
}
