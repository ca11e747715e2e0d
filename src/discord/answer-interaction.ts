import type { APIInteraction, APIInteractionResponse } from "discord.js";
import { Routes } from "discord.js";
import { busyReply } from "../admission/busy-reply.ts";
import type { Bot } from "../bot.ts";
import { within } from "../pause.ts";
import type { Sender } from "./carry-out.ts";
import { carryOut } from "./carry-out.ts";
import { readFault } from "./discord-fault.ts";
import { readInteraction } from "./read-interaction.ts";
import { writeMessage } from "./write-message.ts";
import { deferredPrivately, writeResponse } from "./write-response.ts";

/** How an interaction is answered; the transport delivers `first` and then calls `later`. */
export interface InteractionAnswer {
  readonly first: APIInteractionResponse;
  /** Finishes what took too long for the first response; never rejects. */
  readonly later?: (() => Promise<void>) | undefined;
}

export interface AnsweringOptions extends Sender {
  readonly bot: Bot;
  /** In milliseconds since the interaction came in: requests to Discord are waited for no longer before the response. */
  readonly patience?: number | undefined;
}

/** Discord waits three seconds for the first response. */
const defaultPatience = 1500;

/** Finds the answer to an interaction; `undefined` where there is none to give. */
export async function answerInteraction(
  interaction: APIInteraction,
  options: AnsweringOptions,
): Promise<InteractionAnswer | undefined> {
  const since = performance.now();
  const invocation = readInteraction(interaction);
  if (!invocation) return undefined;
  const reply = await options.bot.respond(invocation);
  if (reply.kind === "work") {
    const response = writeResponse(reply.first, invocation);
    const work = { signal: new AbortController().signal, show: () => {} };
    const finish = async () => edit(interaction, writeMessage(await reply.run(work)), options);
    return response && { first: response, later: finish };
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
  return { first: deferredPrivately, later: async () => edit(interaction, writeMessage(await carriedOut), options) };
}

/** Tells at once that the bot has no time for an interaction, without looking into it. */
export function turnAway(interaction: APIInteraction): InteractionAnswer | undefined {
  const invocation = readInteraction(interaction);
  const reply = invocation && busyReply(invocation, invocation.locale);
  const first = reply && writeResponse(reply, invocation);
  return first && { first };
}

/** Puts a message in the place of the first response. */
async function edit(interaction: APIInteraction, body: object, { rest, log }: Sender): Promise<void> {
  try {
    const route = Routes.webhookMessage(interaction.application_id, interaction.token, "@original");
    await rest.patch(route, { body, auth: false });
  } catch (error) {
    log.warn("answer not completed", { interaction: interaction.id, ...readFault(error) });
  }
}
