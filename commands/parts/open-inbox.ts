import { mayManage } from "../../src/command.ts";
import type { Asker } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { ListedGap } from "../../src/community/gaps.ts";
import type { Guild } from "../../src/community/guild.ts";
import type { GuildState } from "../../src/community/guild-state.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { mayTeach } from "./may-teach.ts";
import { sayPrivately } from "./say.ts";

type Opened<Inbox> = ({ readonly kind: "open" } & Inbox) | { readonly kind: "reply"; readonly reply: MessageReply };

interface Pressed {
  readonly asker: Asker;
  readonly locale: Locale;
}

/** Opens the server's inbox, as it is now, for whoever presses something in it: those who may teach read it, too. */
export async function openInbox(
  { asker, locale }: Pressed,
  services: Services,
  needs: "teaching" | "managing" = "teaching",
): Promise<Opened<{ readonly guild: Guild; readonly state: GuildState }>> {
  const { guild } = services;
  if (!guild) return { kind: "reply", reply: sayPrivately(words[locale].oldControl) };
  const state = await guild.fresh();
  const isAllowed = needs === "managing" ? mayManage(asker) : mayTeach(asker, services);
  if (!isAllowed) return { kind: "reply", reply: sayPrivately(phrases[locale].inbox.notAllowed) };
  return { kind: "open", guild, state };
}

/** The same for what is done with one of its questions. */
export async function openGap(
  pressed: Pressed,
  services: Services,
  key: string,
): Promise<Opened<{ readonly guild: Guild; readonly gap: ListedGap }>> {
  const inbox = await openInbox(pressed, services);
  if (inbox.kind === "reply") return inbox;
  const gap = inbox.state.gap.get(key);
  if (!gap) return { kind: "reply", reply: sayPrivately(phrases[pressed.locale].inbox.gap.gone) };
  return { kind: "open", guild: inbox.guild, gap: { ...gap, key } };
}
