import type { Invocation } from "../../src/invocation.ts";
import type { Reply } from "../../src/render/reply.ts";
import { command, heard, menu, pressed, rowsOf, submitted, typing } from "./invocations.ts";

export type Ask = (invocation: Invocation) => Promise<Reply>;

/** What is asked about. */
export interface Asking {
  /** An article's id, a sentence of it, and one that comes near. */
  readonly article: string;
  readonly sentence: string;
  readonly altered: string;
  readonly questions: readonly string[];
}

/** Everything that can be asked of a bot, but for what its buttons lead to. */
export function everyInvocation({ article, sentence, altered, questions }: Asking): Invocation[] {
  const [question = ""] = questions;
  const words = ["红茶", "茶", "ferry harbour", "nowhere", "价格"];
  const own = { article };
  return [
    ...questions.flatMap((each) => [command("ask", { question: each }), command("ask", { question: each, ...own })]),
    ...words.flatMap((each) => [command("search", { words: each }), command("search", { words: each, ...own })]),
    ...[sentence, altered, "没有这句话。", "茶", "of"].flatMap((text) => [
      command("verify", { quote: text }),
      command("verify", { quote: text, reference: "§1 ¶1" }),
      command("verify", { quote: text, ...own }),
    ]),
    ...["read", "cite"].flatMap((name) => [
      command(name, { reference: "§1" }),
      command(name, { reference: "§1 ¶1:1", ...own }),
    ]),
    ...["outline", "summary", "article", "random"].flatMap((name) => [command(name), command(name, own)]),
    command("help"),
    command("teach", { question, reference: "§1 ¶1:1", ...own }),
    command("library", {}, { subcommand: "list" }),
    command("library", {}, { subcommand: "taught" }),
    command("library", {}, { subcommand: "check" }),
    command("library", { articles: `${article}, a2` }, { subcommand: "scope set" }),
    command("library", {}, { subcommand: "scope show" }),
    command("library", { "readers-say": "brew", "article-says": "tea" }, { subcommand: "words add" }),
    ...["ask", "search", "verify", "read", "cite", "outline", "teach"].flatMap((name) =>
      ["article", "question", "reference"].flatMap((option) =>
        ["", "茶", "a4", "ferry"].flatMap((value) => [
          typing(name, { name: option, value }),
          typing(name, { name: option, value }, { options: own }),
        ]),
      ),
    ),
    typing("library", { name: "articles", value: "a1" }, { subcommand: "scope set" }),
    ...["Check this quote", "Find in the article", "This is the right place"].flatMap((name) => [
      menu(name, sentence),
      menu(name, question),
    ]),
    ...questions.map((text) => heard(text, "mention")),
    heard(`[[${article} §1]]`, "none"),
    heard("[[§1 ¶1]]", "none"),
    heard(question, "forum-post", { title: question }),
  ];
}

/** Asks something and presses all that comes of it, so many deep; gives every reply. */
export async function askThrough(ask: Ask, invocation: Invocation, depth: number): Promise<Reply[]> {
  const reply = await ask(invocation);
  return [reply, ...(await pressAll(ask, reply, depth))];
}

async function pressAll(ask: Ask, reply: Reply, depth: number): Promise<Reply[]> {
  if (reply.kind === "modal") {
    const fields = Object.fromEntries(reply.inputs.map(({ customId, value }) => [customId, value ?? "§1 ¶1:1"]));
    return [await ask(submitted(fields, { customId: reply.customId }))];
  }
  if (depth === 0) return [];
  const replies: Reply[] = [];
  for (const { customId, values } of rowsOf(reply).flatMap(pressable)) {
    replies.push(...(await askThrough(ask, pressed(reply, customId, { values }), depth - 1)));
  }
  return replies;
}

function pressable(row: ReturnType<typeof rowsOf>[number]) {
  if (row.kind === "select")
    return row.options.slice(0, 2).map(({ value }) => ({ customId: row.customId, values: [value] }));
  return row.buttons.flatMap((button) =>
    button.kind === "action" && button.disabled !== true ? [{ customId: button.customId, values: [] }] : [],
  );
}
