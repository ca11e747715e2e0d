import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";

/** Why Discord refuses a request, in words for the log; codes that a bot meets in daily life. */
const reasons: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.UnknownChannel]: "the channel was deleted",
  [RESTJSONErrorCodes.UnknownMessage]: "the message was deleted",
  [RESTJSONErrorCodes.UnknownWebhook]: "the interaction was not acknowledged or is over",
  [RESTJSONErrorCodes.UnknownInteraction]: "answered later than three seconds, or the interaction is over",
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: "somebody has answered already",
  [RESTJSONErrorCodes.MissingAccess]: "the bot cannot see the channel",
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: "the user takes no direct messages from the bot",
  [RESTJSONErrorCodes.MissingPermissions]: "the bot lacks a permission",
  [RESTJSONErrorCodes.InvalidWebhookToken]: "the interaction is older than 15 minutes",
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: "the thread is archived",
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory]: "the bot lacks Read Message History",
  [RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage]: "the message has a thread already",
  [RESTJSONErrorCodes.ThreadLocked]: "the thread is locked",
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: "the user shares no server with the bot",
};

export interface DiscordFault {
  /** Discord's own code; absent where Discord did not answer or gave none. */
  readonly code: number | undefined;
  readonly status: number | undefined;
  readonly reason: string;
}

/** Reads what went wrong with a request, in one line and without the request's body or token. */
export function readFault(error: unknown): DiscordFault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof DiscordAPIError && typeof error.code === "number") {
    return { code: error.code, status: error.status, reason: reasons[error.code] ?? message };
  }
  const status = error instanceof Error && "status" in error ? Number(error.status) : undefined;
  return { code: undefined, status, reason: message };
}

const forbiddenCodes: ReadonlySet<number | undefined> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
]);

/** Whether something is not allowed to the bot there, which somebody who runs the server can change. */
export function isForbidden({ code }: DiscordFault): boolean {
  return forbiddenCodes.has(code);
}
