import { randomUUID } from "node:crypto";
import type { Guild } from "../community/guild.ts";
import { claimSummary, isSummaryDue, lastSummary, weeklySummary } from "../community/weekly-summary.ts";
import type { Log } from "../log.ts";
import type { MessageReply } from "../render/reply.ts";
import { summaryMessage } from "../render/summary-message.ts";

export interface WeeklySummariesOptions {
  readonly guilds: Iterable<Guild> | AsyncIterable<Guild>;
  /** Sends a message to a channel; rejects where that cannot be done. */
  readonly send: (channelId: string, message: MessageReply) => Promise<unknown>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Sends each server that wants it the summary of its inbox, once a week; to be called every hour or so by every process.
 *
 * A week is claimed before its summary is sent: rather none than two. Trouble with one server keeps none of the others waiting.
 */
export async function runWeeklySummaries({ guilds, send, now, log }: WeeklySummariesOptions): Promise<void> {
  for await (const guild of guilds) {
    try {
      await sendSummary(guild, send, now());
    } catch (error) {
      log.warn("summary not sent", { guild: guild.id, error });
    }
  }
}

async function sendSummary(guild: Guild, send: WeeklySummariesOptions["send"], at: number): Promise<void> {
  if (!isSummaryDue(await guild.fresh(), at)) return;
  const author = { change: `summary-${randomUUID()}`, person: "" };
  let last: number | undefined;
  const claimed = await guild.change(author, (state) => {
    last = lastSummary(state);
    return claimSummary(state, at);
  });
  if (claimed.kind === "refused") return;
  const settings = claimed.state.settings.get("server");
  const summary = weeklySummary(claimed.state, at, last);
  if (!summary || settings?.gapChannel === undefined) return;
  await send(settings.gapChannel, summaryMessage(summary, settings.locale ?? "en"));
}
