import type { APIInteraction, APIInteractionResponse } from "discord.js";
import { busyReply } from "../admission/busy-reply.ts";
import type { Bot } from "../bot.ts";
import { within } from "../pause.ts";
import type { Sender } from "./carry-out.ts";
import { carryOut } from "./carry-out.ts";
import { editOriginal } from "./edit-original.ts";
import { addCategory, type AddingCategory } from "./find-category.ts";
import { performWork } from "./perform-work.ts";
import { readInteraction } from "./read-interaction.ts";
import { deferredPrivately, writeResponse } from "./write-response.ts";

/** How an interaction is answered; the transport delivers `first` and then calls `later`. */
export interface InteractionAnswer {
  readonly first: APIInteractionResponse;
  /** Finishes what took too long for the first response; never rejects. */
  readonly later?: (() => Promise<void>) | undefined;
}

export interface AnsweringOptions extends Sender, AddingCategory {
  readonly bot: Bot;
  /** In milliseconds since the interaction came in: requests to Discord are waited for no longer before the response. */
  readonly patience?: number | undefined;
  /** Aborted when the process leaves, which ends what takes long. */
  readonly leaving?: AbortSignal | undefined;
  /** The bot's user, where that is known. */
  readonly botId?: (() => string | undefined) | undefined;
}

/** Discord waits three seconds for the first response. */
const defaultPatience = 1500;

/** Finds the answer to an interaction; `undefined` where there is none to give. */
export async function answerInteraction(
  interaction: APIInteraction,
  options: AnsweringOptions,
): Promise<InteractionAnswer | undefined> {
  const since = performance.now();
  const read = readInteraction(interaction, options.botId?.());
  if (!read) return undefined;
  const invocation = await addCategory(read, interaction, options);
  const reply = await options.bot.respond(invocation);
  if (reply.kind === "work") {
    const first = writeResponse(reply.first, invocation);
    return first && { first, later: () => performWork(reply, interaction, options) };
  }
  if (reply.kind !== "thread" && reply.kind !== "post") {
    const first = writeResponse(reply, invocation);
    return first && { first };
  }
  const carriedOut = carryOut(reply, interaction.id, options);
  const left = (options.patience ?? defaultPatience) - (performance.now() - since);
  const message = await within(carriedOut, Math.max(0, left));
  const first = message && writeResponse(message, invocation);
  if (first) return { first };
  return {
    first: deferredPrivately,
    later: async () => void (await editOriginal(interaction, await carriedOut, options)),
  };
}

/** Tells at once that the bot has no time for an interaction, without looking into it. */
export function turnAway(interaction: APIInteraction): InteractionAnswer | undefined {
  const invocation = readInteraction(interaction);
  const reply = invocation && busyReply(invocation, invocation.locale);
  const first = reply && writeResponse(reply, invocation);
  return first && { first };
}
