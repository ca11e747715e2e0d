import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { settleGap } from "../../src/community/gaps.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import { answer } from "../parts/answer.ts";
import { gapPage, settlings } from "../parts/gap-page.ts";
import { gapsPage, readGapsPlace, writeGapsPlace } from "../parts/gaps-page.ts";
import { offerPlaces } from "../parts/offer-places.ts";
import { openGap, openInbox } from "../parts/open-inbox.ts";
import { sayPrivately } from "../parts/say.ts";

/** What is done with the questions in a server's inbox; everything is checked anew at each press. */
export const inboxControls: readonly Control[] = [
  { name: "gaps", press: listAgain },
  { name: "gap-open", press: open },
  { name: "gap-settle", press: settle },
  { name: "gap-ask", asks: true, press: askAnew },
  { name: "gap-answer", asks: true, press: offerAnswers },
];

/** Leafs through the list, and goes back to it. */
async function listAgain(
  invocation: ComponentInvocation,
  state: readonly string[],
  services: Services,
): Promise<Reply> {
  const { locale } = invocation;
  const place = readGapsPlace(state.slice(1));
  if (!place) return sayPrivately(words[locale].oldControl);
  const inbox = await openInbox(invocation, services);
  if (inbox.kind === "reply") return inbox.reply;
  return { kind: "update", ...gapsPage(inbox.state, place, locale) };
}

async function open(invocation: ComponentInvocation, state: readonly string[], services: Services): Promise<Reply> {
  const { locale } = invocation;
  const place = readGapsPlace(state);
  if (!place) return sayPrivately(words[locale].oldControl);
  const opened = await openGap(invocation, services, invocation.values[0] ?? "");
  if (opened.kind === "reply") return opened.reply;
  return { kind: "update", ...gapPage(opened.gap, { locale, from: writeGapsPlace(place) }) };
}

async function settle(
  invocation: ComponentInvocation,
  [letter, key = "", ...from]: readonly string[],
  services: Services,
): Promise<Reply> {
  const { id, asker, locale } = invocation;
  const say = phrases[locale].inbox;
  const place = readGapsPlace(from);
  const to = (["outside", "dismissed", "open"] as const).find((each) => settlings[each] === letter);
  if (!place || !to) return sayPrivately(words[locale].oldControl);
  const inbox = await openInbox(invocation, services, "managing");
  if (inbox.kind === "reply") return inbox.reply;
  const at = services.now?.() ?? 0;
  const changed = await inbox.guild.change({ change: id, person: asker.id }, (state) =>
    settleGap(state, key, { to, at }),
  );
  if (changed.kind === "refused") return sayPrivately(changed.refusal === "already" ? say.already : say.gap.gone);
  const gap = changed.state.gap.get(key);
  if (!gap) return sayPrivately(say.gap.gone);
  const done = { said: say.settled[to], change: changed.change.id };
  return { kind: "update", ...gapPage({ ...gap, key }, { locale, from: writeGapsPlace(place), done }) };
}

/** Shows what is answered today, with all that can be pressed below an answer. */
async function askAnew(
  invocation: ComponentInvocation,
  [key = ""]: readonly string[],
  services: Services,
): Promise<Reply> {
  const opened = await openGap(invocation, services, key);
  if (opened.kind === "reply") return opened.reply;
  const { asker, channel, locale } = invocation;
  return answer({ question: opened.gap.question, private: true, asker, channel, locale }, services);
}

/** Offers the passages that come nearest, to teach the one that answers it; so the gap is answered, too. */
async function offerAnswers(
  invocation: ComponentInvocation,
  [key = ""]: readonly string[],
  services: Services,
): Promise<Reply> {
  const opened = await openGap(invocation, services, key);
  if (opened.kind === "reply") return opened.reply;
  const { question } = opened.gap;
  return offerPlaces({ question, state: undefined, locale: invocation.locale }, services);
}
