import type { Draft } from "../state.ts";

/** The ids of what is typed into, and of the list. */
export const boxIds = {
  text: "box-text",
  rest: "box-rest",
  list: "box-list",
  hint: "box-hint",
  option: (name: string) => `box-option-${name}`,
  offer: (place: number) => `box-offer-${place}`,
} as const;

/** Puts the focus where a draft goes on, once it is shown, with the caret where it belongs. */
export function focusDraft(draft: Draft): void {
  queueMicrotask(() => {
    const field = document.getElementById(fieldId(draft));
    field?.focus();
    if (!(field instanceof HTMLTextAreaElement)) return;
    const caret = (draft.kind === "text" ? draft.caret : undefined) ?? field.value.length;
    field.setSelectionRange(caret, caret);
  });
}

/** Brings an entry of the list into view, once it is shown. */
export function showOffer(place: number): void {
  queueMicrotask(() => document.getElementById(boxIds.offer(place))?.scrollIntoView({ block: "nearest" }));
}

function fieldId(draft: Draft): string {
  if (draft.kind === "text") return boxIds.text;
  return draft.focused === undefined ? boxIds.rest : boxIds.option(draft.focused);
}
