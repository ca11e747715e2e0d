import { mayManage } from "../../src/command.ts";
import type { ComponentInvocation, ModalInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { sayPrivately } from "./say.ts";

/** A page of something that those who run a server leaf through. */
export interface ManagersPage {
  /** Counted from 0. */
  readonly page: number;
  readonly locale: Locale;
  /** Discord's id of whoever may press what stands below. */
  readonly madeFor: string;
}

/**
 * Refuses those who neither run the server nor are who the button was made for: a server may have given a command to others.
 * What a custom id says of that counts below private messages alone, which nobody else sees.
 */
export function forManagers(
  { asker, locale, message }: Pick<ComponentInvocation | ModalInvocation, "asker" | "locale" | "message">,
  { guild }: Services,
  madeFor?: string,
): MessageReply | undefined {
  if (!guild) return sayPrivately(words[locale].oldControl);
  const isTheirs = message?.isPrivate === true && asker.id === madeFor;
  return mayManage(asker) || isTheirs ? undefined : sayPrivately(phrases[locale].server.forManagers);
}
