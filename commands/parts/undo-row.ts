import type { Row } from "../../src/render/component.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";

/** Offers to take a change back. */
export function undoRow(changeId: string, locale: Locale): Row {
  const customId = writeControlId("undo", [changeId]);
  return {
    kind: "buttons",
    buttons: [{ kind: "action", customId, label: phrases[locale].library.undo, style: "secondary" }],
  };
}
