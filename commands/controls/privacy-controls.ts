import type { Control } from "../../src/command.ts";
import type { ComponentInvocation, ModalInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { planForgetPerson } from "../../src/community/privacy.ts";
import { locales } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { forManagers } from "../parts/for-managers.ts";
import { sayPrivately } from "../parts/say.ts";

/** Takes the id of whoever presses it out of all that is kept about the server. */
const forgetMeControl: Control = {
  name: "forget-me",
  isOpen: true,
  press: (invocation, [madeFor], services) => forgetPerson(invocation, services, madeFor),
};

/** Deletes all that is kept about the server, where the word was typed. */
const forgetServerControl: Control = {
  name: "forget-server",
  isOpen: true,
  press: ({ locale }) => sayPrivately(words[locale].oldControl),
  submit: (invocation, _state, services) => forManagers(invocation, services) ?? forgetServer(invocation, services),
};

export const privacyControls: readonly Control[] = [forgetMeControl, forgetServerControl];

async function forgetPerson(
  { id, asker, locale }: ComponentInvocation,
  { guild }: Services,
  madeFor: string | undefined,
): Promise<Reply> {
  const say = phrases[locale].server.privacy;
  if (!guild || asker.id !== madeFor) return sayPrivately(words[locale].oldControl);
  await guild.change({ change: id, person: "" }, (state) => planForgetPerson(state, asker.id));
  await guild.forgetPerson(asker.id);
  return { kind: "update", content: say.forgotten, quotes: [], components: [] };
}

async function forgetServer({ fields, locale }: ModalInvocation, { guild }: Services): Promise<Reply> {
  const say = phrases[locale].server.privacy;
  const typed = fields["word"]?.trim().toLowerCase();
  const isMeant = locales.some((each) => phrases[each].server.privacy.formWord.toLowerCase() === typed);
  if (!isMeant) return sayPrivately(say.wrongWord(say.formWord));
  await guild?.forget();
  return sayPrivately(say.serverForgotten);
}
