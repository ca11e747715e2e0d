import type { Invocation } from "../../src/invocation.ts";
import { writeMessage } from "../../src/discord/write-message.ts";
import { writeResponse } from "../../src/discord/write-response.ts";
import { checkInteractionResponse, checkMessage, checkThread } from "../../src/local-discord/limits.ts";
import type { Row } from "../../src/render/component.ts";
import { readControlId, writeControlId } from "../../src/render/control-id.ts";
import type { MessageReply, Reply, UpdateReply } from "../../src/render/reply.ts";
import { contentLimit } from "../../src/render/reply.ts";

type Shown = MessageReply | UpdateReply;

/** What is wrong with a reply: Discord would refuse it, it shows what no article says, or it comes to life. */
export function findProblems(reply: Reply, invocation: Invocation, texts: readonly string[]): readonly string[] {
  switch (reply.kind) {
    case "silence":
      return invocation.kind === "message" ? [] : ["says nothing"];
    case "thread":
      return [
        ...checkThread({ name: reply.name, auto_archive_duration: 1440 }),
        ...(reply.name.trim() === "" ? ["has a blank name"] : []),
        ...[reply.opening, ...Object.values(reply.outcomes)].flatMap((each) => findInMessage(each, texts)),
      ];
    case "post":
      return [reply.message, ...Object.values(reply.outcomes)].flatMap((each) => findInMessage(each, texts));
    case "message":
    case "update":
      return [...findInMessage(reply, texts), ...findInResponse(reply, invocation)];
    case "work":
      return [...findInMessage(reply.first, texts), ...findInResponse(reply.first, invocation)];
    case "choices":
    case "modal":
    case "noted":
      return findInResponse(reply, invocation);
  }
}

function findInResponse(
  reply: Exclude<Reply, { kind: "thread" | "post" | "work" }>,
  invocation: Invocation,
): readonly string[] {
  return invocation.kind === "message" ? [] : checkInteractionResponse(writeResponse(reply, invocation));
}

function findInMessage(reply: Shown, texts: readonly string[]): readonly string[] {
  const ids = (reply.components ?? []).flatMap(idsIn);
  return [
    ...checkMessage(writeMessage(reply)),
    ...(reply.content.length > contentLimit ? [`has ${reply.content.length} units of content`] : []),
    ...ids.flatMap(findInId),
    ...findAltered(reply, texts),
    ...findAlive(reply),
  ];
}

function idsIn(row: Row): readonly string[] {
  if (row.kind === "select") return [row.customId];
  return row.buttons.flatMap((button) => (button.kind === "action" ? [button.customId] : []));
}

/** Discord may count characters or UTF-16 units: neither may be more. */
function findInId(id: string): readonly string[] {
  const read = readControlId(id);
  return read && writeControlId(read.name, read.state) === id ? [] : [`custom id that is not read back: ${id}`];
}

/**
 * Looks at quotes from the outside: every part is a slice of an article, all parts stand in the message, and every line that
 * looks like a quote is made of nothing else.
 */
function findAltered({ content, quotes }: Shown, texts: readonly string[]): readonly string[] {
  if (quotes.length === 0) return [];
  const isSlice = (part: string) => texts.some((text) => text.includes(part));
  const foreign = quotes.flatMap(({ shown }) => shown).filter(({ text }) => !isSlice(text));
  const wanted = quotes.map(({ shown }) => withoutBlanks(shown.map(({ text }) => text).join("")));
  const lines = quoteLines(content);
  const places = [lines.join(""), withoutBlanks(content), withoutBlanks(unescaped(content))];
  const missing = wanted.filter((quote) => !places.some((place) => place.includes(quote)));
  const all = wanted.join("");
  const added = lines.filter((line) => !all.includes(line));
  return [
    ...foreign.map(({ text }) => `quotes what no article has: ${text}`),
    ...missing.map((quote) => `does not show a quote: ${quote}`),
    ...added.map((line) => `shows a line that is no quote: ${line}`),
  ];
}

/** `/read` numbers sentences; no made-up article has such characters. */
const sentenceNumbers = /[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+/gu;

/** Lines in block quotes as they are read, without blanks. */
function quoteLines(content: string): readonly string[] {
  return content
    .replaceAll(/^```\n[^]*?^```$/gmu, "")
    .split("\n")
    .filter((line) => line.startsWith("> ") && !line.startsWith("> -#"))
    .map((line) => withoutBlanks(unescaped(line.slice(2))).replaceAll(sentenceNumbers, ""));
}

function unescaped(line: string): string {
  return line.replaceAll(/\\([^\p{L}\p{N}\s])|\*\*/gu, "$1");
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}

/** Outside of code nothing may come to life but what the bot itself writes: who shared, and where a thread is. */
function findAlive({ content }: Shown): readonly string[] {
  const visible = content.replaceAll(/^```\n[^]*?^```$/gmu, "").replaceAll(/^-# ↪ .*<@2>.*$|^-# .*<@2>.*$|<#9>/gmu, "");
  const alive = /(?<!\\)@|(?<!\\)\|\||https?:\/\/(?!example\.org)|(?<!\\)<[t#:@]/u.exec(visible);
  return alive ? [`comes to life: ${visible.slice(Math.max(0, alive.index - 20), alive.index + 30)}`] : [];
}
