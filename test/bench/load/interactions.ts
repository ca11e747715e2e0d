import { createHash } from "node:crypto";
import { messageMenu, press, slashCommand, typing } from "../../../src/local-discord/interactions.ts";

/** Something that people do, the `at`-th time. */
export type Act = (at: number) => object;

/** What Discord lets through. */
const [longestQuote, longestMessage] = [2000, 4000];

/** Everything that is asked of the bot, by name; made of the article's own text, which is the hardest for it. */
export function makeActs(source: string): Readonly<Record<string, Act>> {
  const version = createHash("sha256").update(source).digest("hex").slice(0, 8);
  const stretch = (at: number, length: number): string => {
    const from = (at * 7919) % Math.max(1, source.length - length);
    return (
      source
        .slice(from, from + length)
        .toWellFormed()
        .trim() || "a"
    );
  };
  const wordsAt = (at: number): string =>
    (stretch(at, 200).match(/\p{Script=Han}{2}|[\p{L}\p{N}]{2,}/gu) ?? ["a"]).slice(0, 2).join(" ").slice(0, 60);
  const changed = (at: number, length: number): string =>
    stretch(at, length).replaceAll(/\p{Script=Han}|\p{L}+/gu, (word, place) => (place % 11 === 0 ? "x" : word));
  return {
    ask: (at) => command("ask", { question: `${wordsAt(at)} ${at % 2 === 0 ? "when?" : "是什么?"}` }),
    "verify, verbatim": (at) => command("verify", { quote: stretch(at, longestQuote) }),
    "verify, changed": (at) => command("verify", { quote: changed(at, longestQuote) }),
    "verify, one sign": (at) => command("verify", { quote: (["一", "... ", "a ", "𠀀"][at % 4] ?? "").repeat(500) }),
    "check this quote": (at) => menu("Check this quote", changed(at, longestMessage)),
    "find in the article": (at) => menu("Find in the article", stretch(at, longestMessage)),
    summary: () => command("summary"),
    "summary, page": (at) => button(`1:summary:>:e:${version}:${at % 9}`),
    search: (at) => command("search", { words: wordsAt(at) }),
    "search, page": (at) => button(`1:search:>:e::${at % 9}:${wordsAt(at % 20).replaceAll(":", " ")}`),
    outline: () => command("outline"),
    "outline, page": (at) => button(`1:outline:>:e:${version}:${at % 500}`),
    article: () => command("article"),
    read: (at) => command("read", { reference: `§${1 + (at % 40)}` }),
    "read, page": (at) => button(`1:read:>:e:${version}:1:${at % 9}:n`),
    cite: (at) => command("cite", { reference: `§${1 + (at % 40)} ¶1` }),
    random: () => command("random"),
    help: () => command("help"),
    "typing a question": (at) => typing({ name: "ask", options: { question: wordsAt(at).slice(0, 1 + (at % 20)) } }),
    "typing a reference": (at) => typing({ name: "read", options: { reference: String(at % 60) } }),
  };
}

function command(name: string, options: Readonly<Record<string, string>> = {}): object {
  return slashCommand({ name, options });
}

function button(customId: string): object {
  return press({ customId, message: { id: "100000000000000077" } });
}

function menu(name: string, content: string): object {
  return messageMenu({ name, target: { id: "100000000000000078", content } });
}
