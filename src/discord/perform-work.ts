import type { APIInteraction } from "discord.js";
import { CalledOff } from "../admission/called-off.ts";
import type { WorkReply } from "../render/reply.ts";
import type { Sender } from "./carry-out.ts";
import { createProgress } from "./create-progress.ts";
import { editOriginal } from "./edit-original.ts";

export interface PerformingOptions extends Sender {
  /** Aborted when the process leaves. */
  readonly leaving?: AbortSignal | undefined;
}

/** In milliseconds: an interaction's token is taken for 15 minutes, and the last word has to come out too. */
const longest = 14 * 60_000;

/** Does a work whose first response is out: what it shows and ends in takes that one's place. Never rejects. */
export async function performWork(
  { run }: WorkReply,
  interaction: APIInteraction,
  options: PerformingOptions,
): Promise<void> {
  const { leaving } = options;
  const calledOff = new AbortController();
  const leave = () => calledOff.abort(new CalledOff("restart"));
  const timer = setTimeout(() => calledOff.abort(new CalledOff("time")), longest);
  if (leaving?.aborted) leave();
  leaving?.addEventListener("abort", leave, { once: true });
  const progress = createProgress((message) => editOriginal(interaction, message, options));
  try {
    const last = await run({
      signal: calledOff.signal,
      show: progress.show,
      address: { application: interaction.application_id, token: interaction.token },
    });
    await progress.end();
    await editOriginal(interaction, last, options);
  } finally {
    clearTimeout(timer);
    leaving?.removeEventListener("abort", leave);
  }
}
