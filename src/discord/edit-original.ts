import type { APIInteraction } from "discord.js";
import { Routes } from "discord.js";
import type { AnswerAddress, MessageReply } from "../render/reply.ts";
import type { Sender } from "./carry-out.ts";
import { readFault } from "./discord-fault.ts";
import { customIdsIn } from "./read-target.ts";
import { writeMessage } from "./write-message.ts";

/** Puts a message, with its files, in the place of the first response; tells whether Discord took it. */
export function editOriginal(interaction: APIInteraction, message: MessageReply, sender: Sender): Promise<boolean> {
  const { id, application_id: application, token } = interaction;
  return editAnswer({ id, application, token }, message, sender);
}

/** The same for an interaction that another process had. */
export async function editAnswer(
  { id, application, token }: AnswerAddress & { readonly id: string },
  message: MessageReply,
  { rest, log }: Sender,
): Promise<boolean> {
  try {
    const route = Routes.webhookMessage(application, token, "@original");
    await rest.patch(route, { ...writeWithFiles(message), auth: false });
    return true;
  } catch (error) {
    log.warn("answer not completed", { interaction: id, ...readFault(error) });
    return false;
  }
}

/** Gives the custom ids of all that an answer has at present; nothing where Discord does not tell. */
export async function readControls(
  { id, application, token }: AnswerAddress & { readonly id: string },
  { rest, log }: Sender,
): Promise<readonly string[] | undefined> {
  try {
    const message = await rest.get(Routes.webhookMessage(application, token, "@original"), { auth: false });
    return customIdsIn(message);
  } catch (error) {
    log.warn("answer not read", { interaction: id, ...readFault(error) });
    return undefined;
  }
}

/** Discord wants each file named again in the body of an edit; what is not named goes. */
function writeWithFiles(message: MessageReply) {
  const { files = [] } = message;
  const body = writeMessage(message);
  if (files.length === 0) return { body };
  return {
    body: { ...body, attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })) },
    files: files.map(({ name, bytes }) => ({
      name,
      data: Buffer.from(bytes),
      contentType: "application/octet-stream",
    })),
  };
}
