import type { Attachment } from "../invocation.ts";
import type { Files } from "../services.ts";
import type { AttachmentProblem } from "../community/attachment-error.ts";
import { AttachmentError } from "../community/attachment-error.ts";
import { collectBytes } from "./collect-bytes.ts";

export interface FetchingOptions {
  /** In bytes: nothing larger is fetched. */
  readonly most: number;
  /** Where attachments lie; absent means Discord's own hosts. */
  readonly origins?: readonly string[] | undefined;
  /** In milliseconds, for all of a file; absent means half a minute. */
  readonly longest?: number | undefined;
  /** In milliseconds, for nothing to come in; absent means five seconds. */
  readonly silence?: number | undefined;
}

const discordOrigins = ["https://cdn.discordapp.com", "https://media.discordapp.net"];
const folders = ["/attachments/", "/ephemeral-attachments/"];

/**
 * Makes what fetches attachments from where Discord keeps them, and nothing from anywhere else: an address comes from an
 * interaction, and is believed no more than anything that somebody typed.
 */
export function createFetchAttachment(options: FetchingOptions): Files["fetch"] {
  const { most, origins = discordOrigins, longest = 30_000, silence = 5000 } = options;

  async function receive(url: string, { signal, hear }: Watch): Promise<Uint8Array> {
    const headers = { "accept-encoding": "identity" };
    const response = await fetch(url, { signal, headers, redirect: "manual", credentials: "omit" });
    hear();
    const problem = problemOf(response.status);
    if (problem !== undefined) throw new AttachmentError(problem, new Error(`status ${response.status}`));
    if (Number(response.headers.get("content-length") ?? 0) > most) throw new AttachmentError("too-large");
    const bytes = await collectBytes(heard(response.body ?? [], hear), most);
    if (!bytes) throw new AttachmentError("too-large");
    return bytes;
  }

  return async ({ url, bytes }: Attachment, outer) => {
    outer?.throwIfAborted();
    if (!isAttachment(url, origins)) throw new AttachmentError("foreign");
    if (bytes > most) throw new AttachmentError("too-large");
    const watch = createWatch({ outer, longest, silence });
    try {
      return await receive(url, watch);
    } catch (error) {
      outer?.throwIfAborted();
      throw error instanceof AttachmentError ? error : new AttachmentError("unreachable", causeOf(error, watch.signal));
    } finally {
      watch.end();
    }
  };
}

/** Whether an address is spelt just as Discord spells those of attachments, and leads there. */
function isAttachment(text: string, origins: readonly string[]): boolean {
  const origin = origins.find((one) => text.startsWith(`${one}/`));
  const url = URL.parse(text);
  if (origin === undefined || url?.origin !== origin || url.username !== "" || url.password !== "") return false;
  return folders.some((folder) => url.pathname.startsWith(folder));
}

/** Addresses are signed, and Discord does not know them any more after a day; a redirect would lead anywhere. */
function problemOf(status: number): AttachmentProblem | undefined {
  if (status === 200) return undefined;
  if (status >= 300 && status < 400) return "foreign";
  return [401, 403, 404, 410].includes(status) ? "gone" : "unreachable";
}

interface Watch {
  /** Aborted when it takes too long, and when the outer signal is. */
  readonly signal: AbortSignal;
  /** Notices that something came in. */
  readonly hear: () => void;
  readonly end: () => void;
}

interface Patience {
  readonly outer: AbortSignal | undefined;
  readonly longest: number;
  readonly silence: number;
}

function createWatch({ outer, longest, silence }: Patience): Watch {
  const ended = new AbortController();
  const leave = () => ended.abort(outer?.reason);
  const late = setTimeout(() => ended.abort(new Error(`not there after ${longest} ms`)), longest);
  const quiet = setTimeout(() => ended.abort(new Error(`nothing came for ${silence} ms`)), silence);
  outer?.addEventListener("abort", leave, { once: true });
  return {
    signal: ended.signal,
    hear: () => void quiet.refresh(),
    end() {
      clearTimeout(late);
      clearTimeout(quiet);
      outer?.removeEventListener("abort", leave);
      // What was not read to its end is not read any further.
      ended.abort();
    },
  };
}

async function* heard(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, hear: () => void) {
  for await (const piece of pieces) {
    hear();
    yield piece;
  }
}

/** What went wrong with a connection is told by the cause. */
function causeOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}
