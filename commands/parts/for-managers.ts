import { type Invocation, mayManage, type Services } from "../../src/command.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { sayPrivately } from "./say.ts";

/**
 * Refuses those who neither run the server nor are who the button was made for: it may be pressed by everybody who sees it,
 * and a server may have given a command to others.
 */
export function forManagers(
  { asker, locale }: Pick<Invocation, "asker" | "locale">,
  { guild }: Services,
  madeFor?: string,
): MessageReply | undefined {
  if (!guild) return sayPrivately(words[locale].oldControl);
  return mayManage(asker) || asker.id === madeFor ? undefined : sayPrivately(phrases[locale].server.forManagers);
}
