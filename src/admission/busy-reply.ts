import type { Invocation } from "../invocation.ts";
import type { Locale } from "../render/locale.ts";
import type { ChoicesReply, MessageReply } from "../render/reply.ts";
import { words } from "../render/words/all.ts";

/** Asks to come again in a moment, whatever was asked; costs nothing. */
export function busyReply({ kind }: Pick<Invocation, "kind">, locale: Locale): ChoicesReply | MessageReply {
  if (kind === "autocomplete") return { kind: "choices", choices: [] };
  // A private answer to a message takes a request more, for a direct message, and fewer people learn of it.
  return { kind: "message", content: words[locale].busy, private: kind !== "message", quotes: [] };
}
