import type { APIMessage } from "discord.js";
import type { MenuInvocation } from "../invocation.ts";
import { showMarkup } from "../render/markup/show-markup.ts";
import { joinNames, namesInMessage } from "./mention-names.ts";
import { messageTexts } from "./message-texts.ts";
import { readAttachment } from "./read-attachments.ts";

/** Whose a message is told by. */
export interface OwnIds {
  readonly applicationId: string;
  /** The bot's user, which in applications of old has another id. */
  readonly botId: string | undefined;
}

/** As much of a message as Discord may tell of the target of a context menu. */
type Told = Pick<APIMessage, "id"> & Partial<Pick<APIMessage, "content" | "author" | "application_id" | "attachments">>;

/** Reads the message that somebody opened a context menu on. */
export function readTarget(
  message: Told & { readonly components?: readonly unknown[] | undefined },
  { applicationId, botId }: OwnIds,
): MenuInvocation["target"] {
  const { id, content = "", author, application_id: sender, components = [], attachments = [] } = message;
  const isOwn =
    author?.id === applicationId || (botId !== undefined && author?.id === botId) || sender === applicationId;
  const nameOf = joinNames([namesInMessage(message)], [applicationId, botId]);
  const texts = messageTexts(message).map((written) => ({ written, shown: showMarkup(written, nameOf) }));
  return {
    id,
    content,
    texts,
    isOwn,
    customIds: customIdsIn(components),
    attachments: attachments.map(readAttachment),
  };
}

/** Finds the custom ids of components and of what stands in them: in rows, sections, containers and whole messages. */
export function customIdsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(customIdsIn);
  if (typeof value !== "object" || value === null) return [];
  const { custom_id: own, components, accessory, component }: Component = value;
  return [...(typeof own === "string" ? [own] : []), ...[components, accessory, component].flatMap(customIdsIn)];
}

interface Component {
  readonly custom_id?: unknown;
  readonly components?: unknown;
  readonly accessory?: unknown;
  readonly component?: unknown;
}
