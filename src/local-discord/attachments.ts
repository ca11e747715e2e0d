import type { UploadedFile } from "./routes.ts";
import type { LocalAttachment } from "./world.ts";

/** A file that somebody, or the bot, attaches. */
export type NewFile = Pick<UploadedFile, "name" | "bytes">;

export interface AttachmentsOptions {
  readonly newId: () => string;
  /** Where files are fetched from. */
  readonly origin: () => string;
}

/** In bytes: of more the oldest are gone, as Discord's addresses are after a day. */
const mostKept = 256 * 1024 * 1024;

/** The files that were uploaded, at addresses as Discord's. */
export class LocalAttachments {
  readonly #files = new Map<string, Uint8Array>();
  readonly #options: AttachmentsOptions;
  #kept = 0;

  constructor(options: AttachmentsOptions) {
    this.#options = options;
  }

  /** Keeps a file, and tells of it as Discord does. */
  add(channel: string, { name, bytes }: NewFile): LocalAttachment {
    const { newId, origin } = this.#options;
    const id = newId();
    const filename = tidy(name);
    const path = `/attachments/${channel}/${id}/${filename}`;
    this.#files.set(path, bytes);
    this.#kept += bytes.length;
    for (const [oldest, held] of this.#files) {
      if (this.#kept <= mostKept) break;
      this.#files.delete(oldest);
      this.#kept -= held.length;
    }
    const title = filename === name ? {} : { title: name.replace(/\.[^.]+$/u, "") };
    return { id, filename, size: bytes.length, url: `${origin()}${path}?ex=1&is=2&hm=3`, ...title };
  }

  /** By the path of its address. */
  find(path: string): Uint8Array | undefined {
    return this.#files.get(path);
  }

  /** Forgets all of them. */
  expire(): void {
    this.#files.clear();
    this.#kept = 0;
  }
}

/** Discord keeps of a name what can stand in an address. */
function tidy(name: string): string {
  const kept = name.replaceAll(/[^\w.-]/gu, "_");
  return kept === "" ? "unknown" : kept;
}

/** Gives the attachments that a message has from now on: of those that it had, the ones that are named again. */
export function attachmentsAfter(
  before: readonly LocalAttachment[],
  named: readonly { readonly id: string }[] | undefined,
  added: readonly LocalAttachment[],
): readonly LocalAttachment[] {
  const kept = named ? before.filter(({ id }) => named.some((one) => one.id === id)) : before;
  return [...kept, ...added];
}
