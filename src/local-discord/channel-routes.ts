import type { LocalAttachments } from "./attachments.ts";
import { sentMessage, sentThread } from "./bodies.ts";
import type { LocalChannels, LocalMessage } from "./channels.ts";
import { withoutReference } from "./channels.ts";
import type { CheckBody } from "./limits.ts";
import { checkMessage, checkThread } from "./limits.ts";
import type { Handle, LocalRequest, LocalResponse, Route } from "./routes.ts";
import { discordError, ok } from "./routes.ts";
import { ids } from "./world.ts";

export interface ChannelRoutesOptions {
  readonly channels: LocalChannels;
  readonly attachments: LocalAttachments;
  readonly newId: () => string;
  /** Refuses bodies that break a limit. */
  readonly checked: (check: CheckBody, handle: Handle) => Handle;
  /** A message as the bot may see it. */
  readonly shown: (message: LocalMessage) => LocalMessage;
  readonly tellMessage: (message: LocalMessage) => void;
  readonly tellThread: (thread: object) => void;
}

/** Reading and writing messages, and starting threads. */
export function channelRoutes(options: ChannelRoutesOptions): readonly Route[] {
  const { channels, checked, shown } = options;
  return [
    {
      method: "GET",
      pattern: "/channels/:channel",
      handle: ({ parameters: { channel = "" } }) => {
        const found = channels.find(channel);
        return found ? ok(found) : discordError(404, 10003, "Unknown Channel");
      },
    },
    {
      method: "GET",
      pattern: "/channels/:channel/messages",
      handle: ({ parameters: { channel = "" }, query }) => {
        const [after, before] = [BigInt(query.get("after") ?? 0), BigInt(query.get("before") ?? "9223372036854775807")];
        const found = channels.messagesIn(channel).filter(({ id }) => BigInt(id) > after && BigInt(id) < before);
        const limit = Number(query.get("limit") ?? 50);
        return ok(found.slice(-limit).toReversed().map(shown));
      },
    },
    {
      method: "GET",
      pattern: "/channels/:channel/messages/:message",
      handle: ({ parameters: { channel = "", message = "" } }) => {
        const found = channels.findMessage(channel, message);
        return found ? ok(shown(found)) : discordError(404, 10008, "Unknown Message");
      },
    },
    {
      method: "POST",
      pattern: "/channels/:channel/messages",
      handle: checked(checkMessage, (request) => receive(request, options)),
    },
    {
      method: "POST",
      pattern: "/channels/:channel/messages/:message/threads",
      handle: checked(checkThread, (request) => startThread(request, options)),
    },
    ...reactionRoutes(options),
    { method: "POST", pattern: "/users/@me/channels", handle: () => ok(channels.find(ids.direct)) },
  ];
}

function reactionRoutes(options: ChannelRoutesOptions): readonly Route[] {
  const pattern = "/channels/:channel/messages/:message/reactions/:emoji/@me";
  return [
    { method: "PUT", pattern, handle: (request) => react(request, options, true) },
    { method: "DELETE", pattern, handle: (request) => react(request, options, false) },
  ];
}

function receive({ parameters, body, files }: LocalRequest, options: ChannelRoutesOptions): LocalResponse {
  const { channels, newId, tellMessage } = options;
  const { channel: channel_id = "" } = parameters;
  if (!channels.find(channel_id)) return discordError(404, 10003, "Unknown Channel");
  const { nonce, enforce_nonce: isEnforced, attachments: _named, ...given } = sentMessage.parse(body);
  const repliedTo = channels.findMessage(channel_id, given.message_reference?.message_id ?? "");
  const reply = repliedTo && { type: 19, referenced_message: withoutReference(repliedTo) };
  const added = files.map((file) => options.attachments.add(channel_id, file));
  const sent = { ...given, ...reply, attachments: added, id: newId(), channel_id };
  const { message, isNew } = channels.addOnce(isEnforced === true ? nonce : undefined, sent);
  if (isNew) tellMessage(message);
  return ok(message);
}

/** A server's own emoji is written `name:id` in the path. */
function react({ parameters }: LocalRequest, { channels }: ChannelRoutesOptions, isAdded: boolean): LocalResponse {
  const { channel = "", message = "", emoji = "" } = parameters;
  const [name = "", id = null] = emoji.split(":");
  if (name === "") return discordError(400, 10014, "Unknown Emoji");
  const changed = channels.react({ channel_id: channel, id: message }, { id, name }, isAdded);
  return changed ? { status: 204 } : discordError(404, 10008, "Unknown Message");
}

function startThread({ parameters, body }: LocalRequest, options: ChannelRoutesOptions): LocalResponse {
  const { channels, tellThread } = options;
  const { channel = "", message = "" } = parameters;
  if (!channels.findMessage(channel, message)) return discordError(404, 10008, "Unknown Message");
  if (channels.find(message)) return discordError(400, 160_004, "A thread has already been created for this message");
  const { name } = sentThread.parse(body);
  const thread = channels.addThread({ id: message, name, parentId: channel, ownerId: ids.bot });
  tellThread({ ...thread, newly_created: true });
  return ok(thread);
}
