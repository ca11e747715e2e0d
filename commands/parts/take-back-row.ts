import type { Row } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";

/** Offers to take a sent question back; whether it was posted in a channel too stands in the button. */
export function takeBackRow(key: string, locale: Locale, isPosted: boolean): Row {
  const customId = writeControlId("take-back", [key, ...(isPosted ? ["posted"] : [])]);
  const label = phrases[locale].inbox.takeBack.button;
  return { kind: "buttons", buttons: [{ kind: "action", customId, label, style: "secondary" }] };
}
