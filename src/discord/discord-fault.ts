import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";

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

/** Reads what went wrong with a request, in one line and without the request's body, its token or what was typed. */
export function readFault(error: unknown): DiscordFault {
  if (error instanceof DiscordAPIError) {
    const code = typeof error.code === "number" ? error.code : undefined;
    return { code, status: error.status, reason: reasons[code ?? 0] ?? explain(error) };
  }
  if (error instanceof RateLimitError) return { code: undefined, status: 429, reason: "Discord limits the rate" };
  if (error instanceof HTTPError) return { code: undefined, status: error.status, reason: error.message };
  const reason = isTimeout(error) ? "Discord did not answer in time" : messageOf(error);
  return { code: undefined, status: undefined, reason };
}

/** Discord quotes in its messages about a body what stands in it; where and of what kind the mistake is tells enough. */
function explain(error: DiscordAPIError): string {
  if (!("errors" in error.rawError)) return error.message;
  return ["the request's body is wrong", ...mistakesOf(error.rawError.errors, "")].join(" · ");
}

function mistakesOf(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === "_errors" && Array.isArray(inner)) return inner.map((mistake) => `${path} ${codeOf(mistake)}`);
    return mistakesOf(inner, path === "" ? key : `${path}.${key}`);
  });
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message === "" ? codeOf(error) : message;
}

function codeOf(value: unknown): string {
  return typeof value === "object" && value !== null && "code" in value ? String(value.code) : "";
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** Node's own, and undici's. */
const networkCodes =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_\w+|ETIMEDOUT|EPIPE|E(?:NET|HOST)(?:UNREACH|DOWN)|UND_ERR_\w+)$/u;

function isNetworkFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return isTimeout(error) || networkCodes.test(codeOf(error)) || isNetworkFault(error.cause);
}

/** Whether a request failed for a reason that passes by itself: the network, or something on Discord's side. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError || error instanceof DiscordAPIError)
    return error.status >= 500 || error.status === 429;
  return error instanceof RateLimitError || isNetworkFault(error);
}

/** What the log is told of an error: of a request's the reason alone, of one of our own where it came from too. */
export function describeFault(error: unknown): DiscordFault | { readonly error: unknown } {
  const isRequest = error instanceof DiscordAPIError || error instanceof HTTPError || isPassing(error);
  return isRequest ? readFault(error) : { error };
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
