import { once } from "node:events";
import { expect } from "vitest";
import { createBotFor } from "../../src/bot-for.ts";
import type { Article } from "../../src/article/article.ts";
import type { Attachment, Invocation } from "../../src/invocation.ts";
import { AttachmentError } from "../../src/community/attachment-error.ts";
import type { Guilds } from "../../src/guilds/create-guilds.ts";
import { createFileReader, createUnpack } from "../../src/preparing/read-for-guild.ts";
import type { MessageReply, Reply, UpdateReply, WorkReply } from "../../src/render/reply.ts";
import type { Store } from "../../src/store/store.ts";
import { command, menu, pressed, somebody, typing } from "./invocations.ts";
import { libraryOf } from "./library-of.ts";
import { openTestStore } from "./open-store.ts";

const silent = {
  debug() {},
  info() {},
  warn() {},
  error: (event: string, fields?: object) => void faults.push({ event, ...fields }),
};
const faults: object[] = [];

/** A bot in servers that keep things, with what people do there; works are run to their end. */
export interface GuildBot {
  readonly store: Store;
  readonly guilds: Guilds;
  /** What works showed on their way. */
  readonly shown: (MessageReply | UpdateReply)[];
  readonly send: (
    invocation: Invocation,
    whileAtWork?: (first: MessageReply | UpdateReply) => Promise<void>,
  ) => Promise<Reply>;
  /** Goes on with the same store, as after a restart. */
  readonly restart: (time?: number) => Promise<GuildBot>;
}

let events = 1_300_000_000_000_000_000n;
/** Files by their addresses. */
const uploaded = new Map<string, Uint8Array>();

export const manager = { id: "2", permissions: 32n } as const;

export interface GuildBotOptions {
  readonly everybodys?: readonly Article[];
  readonly store?: Store;
  /** Milliseconds since 1970. */
  readonly time?: number;
}

export async function guildBot({ everybodys = [], store, time = 0 }: GuildBotOptions = {}): Promise<GuildBot> {
  const kept = store ?? (await openTestStore());
  const library = libraryOf(everybodys);
  const { analyse, lexicon } = library;
  const reading = { maximumBytes: 20_000, analyse };
  const { bot, guilds } = createBotFor(library, {
    config: { quotesPerAnswer: 1, cooldownSeconds: 0 },
    log: silent,
    ownThings: {
      store: kept,
      unpack: createUnpack(reading),
      now: () => time,
      indexed: { articles: new Map() },
      dictionaries: { analyse, lexicon },
      files: { read: createFileReader(reading), fetch: fetchUploaded },
    },
  });
  if (!guilds) throw new Error("the bot keeps nothing");
  const shown: (MessageReply | UpdateReply)[] = [];
  return {
    store: kept,
    guilds,
    shown,
    async send(invocation, whileAtWork = async () => {}) {
      events += 1n;
      const reply = await bot.respond({ ...invocation, id: String(events) });
      const last = reply.kind === "work" ? await runWork(reply, shown, whileAtWork) : reply;
      expect(faults.splice(0)).toEqual([]);
      return last;
    },
    restart: (later = time) => guildBot({ everybodys, store: kept, time: later }),
  };
}

async function runWork(
  { first, run }: WorkReply,
  shown: (MessageReply | UpdateReply)[],
  whileAtWork: (first: MessageReply | UpdateReply) => Promise<void>,
): Promise<MessageReply | UpdateReply> {
  const { signal } = new AbortController();
  const [last] = await Promise.all([run({ signal, show: (message) => void shown.push(message) }), whileAtWork(first)]);
  return last;
}

/** A file that Discord never hands out. */
export const endless: Attachment = { id: "0", name: "endless.md", url: "https://cdn.discordapp.com/endless", bytes: 1 };

async function fetchUploaded({ url }: Attachment, signal?: AbortSignal): Promise<Uint8Array> {
  if (url === endless.url) await once(signal ?? new EventTarget(), "abort");
  signal?.throwIfAborted();
  const bytes = uploaded.get(url);
  if (!bytes) throw new AttachmentError("gone");
  return bytes;
}

/** Uploads a file to where attachments are fetched from. */
export function upload(name: string, content: string | Uint8Array): Attachment {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const id = String(uploaded.size + 1);
  const url = `https://cdn.discordapp.com/attachments/1/${id}/file`;
  uploaded.set(url, bytes);
  return { id, name, url, bytes: bytes.length };
}

type GivenOptions = Parameters<typeof command>[1];

/** `/library SUBCOMMAND`, by somebody who runs the server. */
export function libraryCommand(subcommand: string, options: GivenOptions = {}, file?: Attachment) {
  const attachments = file && { file };
  return command("library", file ? { ...options, file: file.id } : options, {
    subcommand,
    asker: manager,
    attachments,
  });
}

export function typingInLibrary(
  subcommand: string,
  focused: { name: string; value: string },
  options: GivenOptions = {},
) {
  return typing("library", focused, { subcommand, asker: manager, options });
}

export function addFromMessage(attachments: readonly Attachment[]) {
  return menu("Add to the library", "", { asker: manager, target: { id: "8", content: "", attachments } });
}

/** Presses a component as somebody who runs the server. */
export function pressedByManager(reply: Reply, customId: string, values: readonly string[] = []) {
  return pressed(reply, customId, { asker: manager, values });
}

export const otherGuild = { ...somebody.channel, guildId: "5" } as const;
