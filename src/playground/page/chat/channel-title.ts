import type { Channel } from "../../wire.ts";
import type { PageState } from "../state.ts";

/** A channel as people write it: `#general`, a thread by its name, direct messages by the bot's: `@yuanwen`. */
export function channelTitle({ type, name = "" }: Channel, { bot }: Pick<PageState, "bot">): string {
  if (type === 1) return `@${bot.username}`;
  return type === 11 ? name : `#${name}`;
}
