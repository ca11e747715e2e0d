import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { checkTaught } from "../../src/community/check-taught.ts";
import { StoreError } from "../../src/community/store-error.ts";
import type { Guild } from "../../src/community/guild.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { contentLimit, type MessageReply, type Reply, type Work } from "../../src/render/reply.ts";
import { checkMessage } from "./check-message.ts";
import { sayPrivately } from "./say.ts";
import { stopRow } from "./stop-row.ts";
import { takeAllSteps } from "./take-all-steps.ts";

/** Asks all taught questions again and tells which are still right, as a file too. */
export function runCheck({ id, locale }: Pick<CommandInvocation, "id" | "locale">, services: Services): Reply {
  const { guild } = services;
  if (!guild) return sayPrivately(phrases[locale].library.nothingKept);
  const size = guild.state.taught.size;
  const first = progressMessage({ id, locale }, 0, size);
  return { kind: "work", first, run: (work) => checkAll({ id, locale }, { ...services, guild }, work) };
}

/**
 * Asks them behind a change that was made just now, and tells that above what came of it. Where that is called off or the store
 * cannot be read any more, the change is told alone: it was made.
 */
export async function checkBehind(changed: MessageReply, checking: Checking, behind: Behind): Promise<MessageReply> {
  try {
    return await tellChecked(changed, checking, behind);
  } catch (error) {
    if (behind.work.signal.aborted || error instanceof StoreError) return changed;
    throw error;
  }
}

interface Behind {
  readonly services: Services;
  readonly work: Work;
}

async function tellChecked(
  changed: MessageReply,
  checking: Checking,
  { services, work }: Behind,
): Promise<MessageReply> {
  const { guild, ...renewed } = (await services.renew?.()) ?? services;
  if (!guild || guild.state.taught.size === 0) return changed;
  work.show({ ...changed, components: [] });
  const room = contentLimit - changed.content.length - 2;
  const { content, files } = await checkAll({ ...checking, room }, { ...renewed, guild }, { ...work, show: () => {} });
  return { ...changed, content: `${changed.content}\n\n${content}`, files };
}

interface Checking {
  readonly id: string;
  readonly locale: Locale;
  readonly room?: number | undefined;
}

async function checkAll(checking: Checking, services: Services & { readonly guild: Guild }, work: Work) {
  const { guild, library, taught, pause } = services;
  const state = await guild.fresh();
  if (state.taught.size === 0) return sayPrivately(phrases[checking.locale].teach.check.nothing);
  const steps = checkTaught(state, {
    library,
    before: taught,
    onProgress: (done, of) => {
      if (done % SHOWN_EACH === 0 && done > 0) work.show(progressMessage(checking, done, of));
    },
  });
  const checked = await takeAllSteps(steps, { pause }, work.signal);
  return checkMessage(checked, { library, locale: checking.locale, room: checking.room });
}

/** Of many questions progress is told after so many. */
const SHOWN_EACH = 100;

function progressMessage({ id, locale }: Checking, done: number, of: number): MessageReply {
  const say = phrases[locale].teach.check;
  return sayPrivately(say.underWay(done, of), [stopRow(id, say.stop)]);
}
