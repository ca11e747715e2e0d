import type { Article } from "../../article/article.ts";
import type { Locale } from "../../render/locale.ts";
import type {
  Attachment,
  Closed,
  Examples,
  Exchange,
  InUse,
  PreferredLocale,
  Preview,
  Problem,
  Said,
  Shelf,
  World,
  WorldEvent,
} from "../wire.ts";

/** The page's own server could not do what it was asked; the message may be shown. */
export class ServerProblem extends Error {}

/** The page's own server does not answer at all. */
export class ServerAway extends ServerProblem {}

export const fetchWorld = () => call<World>("GET", "api/world");
export const fetchShelf = async () => keepKnown(await call<Shelf>("GET", "api/shelf"));
/** Waits until they are known; absent questions are no fault. */
export const fetchExamples = (locale: Locale, article?: string) =>
  call<Examples>(
    "GET",
    `api/examples?${new URLSearchParams({ locale, ...(article === undefined ? {} : { article }) })}`,
  );
export const postInteraction = (interaction: object) => call<Exchange>("POST", "api/interactions", interaction);
export const postMessage = (said: Said) => call<{ readonly id: string }>("POST", "api/messages", said);
export const postLocale = (locale: PreferredLocale) => call<object>("POST", "api/locale", locale);
export const postInUse = (inUse: InUse) => call<object>("POST", "api/shelf", inUse);
export const postClosed = (closed: Closed) => call<object>("POST", "api/closed", closed);
export const postReopened = () => call<object>("POST", "api/reopened", {});

/**
 * Gives a file to the bot, in memory only.
 *
 * @param signal gives it up before it is read; then nothing is answered.
 */
export async function postArticle(file: File, signal: AbortSignal): Promise<Preview | undefined> {
  const path = `api/articles?name=${encodeURIComponent(file.name)}`;
  const headers = { "content-type": "application/octet-stream" };
  const response = await fetch(path, { method: "POST", headers, body: file, signal }).catch(() => undefined);
  return signal.aborted ? undefined : readAnswer<Preview>(response);
}

/** Uploads a file as Discord does before it is sent with a command or a message. */
export async function postAttachment(file: File): Promise<Attachment> {
  const path = `api/attachments?name=${encodeURIComponent(file.name)}`;
  const headers = { "content-type": "application/octet-stream" };
  const response = await fetch(path, { method: "POST", headers, body: file }).catch(() => undefined);
  return readAnswer<Attachment>(response);
}

export interface Listener {
  happened(event: WorldEvent): void;
  /** The server does not answer any more. */
  lost(): void;
  /** It answers again; what happened meanwhile was not heard. */
  found(): void;
}

/** How long to wait, in milliseconds, where the browser gives up connecting. */
const patience = 2000;

/**
 * Hears of everything that happens, and connects again where the server was away.
 *
 * @param after the last event that the page knows of; absent where it has lost its way.
 */
export function listen(listener: Listener, after?: number): void {
  let wasLost = after === undefined;
  const source = new EventSource(after === undefined ? "api/events" : `api/events?after=${after}`);
  source.addEventListener("open", () => {
    if (wasLost) listener.found();
    wasLost = false;
  });
  source.addEventListener("message", ({ data }) => {
    const event: WorldEvent = JSON.parse(String(data));
    listener.happened(event);
  });
  source.addEventListener("error", () => {
    if (!wasLost) listener.lost();
    wasLost = true;
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(listener), patience);
  });
}

/** @throws ServerProblem with words for the reader. */
async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, { method, ...(body && payload(body)) }).catch(() => undefined);
  return readAnswer(response);
}

async function readAnswer<Answer>(response: Response | undefined): Promise<Answer> {
  if (!response) throw new ServerAway("The playground's server does not answer. Is it still running?");
  const text = await response.text();
  if (response.ok) {
    const answer: Answer = JSON.parse(text);
    return answer;
  }
  throw new ServerProblem(readProblem(text) ?? response.statusText);
}

function readProblem(text: string): string | undefined {
  try {
    const { problem }: Problem = JSON.parse(text);
    return problem;
  } catch {
    return undefined;
  }
}

function payload(body: object): RequestInit {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

let known: Shelf["articles"] = [];

/** Articles that have not changed stay the same objects, so that what was worked out of them need not be again. */
function keepKnown(shelf: Shelf): Shelf {
  known = shelf.articles.map((article) => known.find((each) => isSame(each, article)) ?? article);
  return { ...shelf, articles: known };
}

/** The text and its parts belong to the version. */
function isSame(one: Article, other: Article): boolean {
  return factsOf(one) === factsOf(other);
}

function factsOf({ id, version, title, source, date, attribution, language }: Article): string {
  return JSON.stringify([id, version, title, source, date, attribution, language]);
}
