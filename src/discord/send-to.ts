import { randomBytes } from "node:crypto";
import type { Article } from "../article/article.ts";
import { assertQuotes } from "../render/assert-quotes.ts";
import type { MessageReply } from "../render/reply.ts";
import type { Sender } from "./carry-out.ts";
import { isForbidden, readFault } from "./discord-fault.ts";
import { sendMessage } from "./send-message.ts";

/** What became of a message: `forbidden` is what somebody who runs the server can change. */
export type SentTo = "sent" | "forbidden" | "failed";

/** Says something in a channel that nobody asked for there; whatever it is, it pings nobody. */
export type SendTo = (
  channelId: string,
  message: MessageReply,
  /** Those that the message quotes; a quote of any other is sent nowhere. */
  articles?: ReadonlyMap<string, Article>,
) => Promise<SentTo>;

/** Makes what sends messages to channels; it rejects only where a quote is not true. */
export function createSendTo({ rest, log }: { readonly rest: () => Sender["rest"] } & Pick<Sender, "log">): SendTo {
  return async (channelId, message, articles = new Map()) => {
    assertQuotes(message, articles);
    try {
      await sendMessage(rest(), { channelId, nonce: randomBytes(12).toString("hex"), reply: message });
      return "sent";
    } catch (error) {
      const fault = readFault(error);
      log.warn("message not sent", { channel: channelId, ...fault });
      return isForbidden(fault) ? "forbidden" : "failed";
    }
  };
}
