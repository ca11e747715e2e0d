import { listRule } from "./list-rule.ts";
import { atLineStart, rule, type Rule, withinLine, withLineEnd } from "./rule.ts";

/**
 * Of the package's rules those that the page shows, and what Discord reads otherwise.
 *
 * Roles, `@everyone` and server navigation stay text; emoji are characters like others.
 */
export const rules: Readonly<Record<string, Rule>> = {
  autolink: rule("autolink"),
  blockQuote: { ...rule("blockQuote"), parse: readQuote },
  br: rule("br"),
  channel: rule("channel"),
  codeBlock: withLineEnd(rule("codeBlock")),
  em: withinLine(rule("em")),
  emoji: rule("emoji"),
  emoticon: rule("emoticon"),
  escape: rule("escape"),
  heading: { ...withinLine(rule("heading")), match: atLineStart(/^(#{1,3}) +([^\n]+?)(?:\n|$)/u) },
  inlineCode: rule("inlineCode"),
  link: withinLine({ ...rule("link"), match: matchLink }),
  list: listRule,
  slashCommand: { ...rule("slashCommand"), match: matchCommand },
  spoiler: withinLine(rule("spoiler")),
  strikethrough: withinLine(rule("strikethrough")),
  strong: withinLine(rule("strong")),
  subtext: { ...withinLine(rule("subtext")), match: atLineStart(/^-# +([^\n]+?)(?:\n|$)/u) },
  text: { ...rule("text"), match: (source) => text.exec(source) },
  timestamp: rule("timestamp"),
  underline: withinLine(rule("underline")),
  url: rule("url"),
  user: rule("user"),
};

/**
 * Letters, Han characters among them, up to a sign that may mean something.
 *
 * The package stops before every Han character, and tries each backtick of many anew.
 */
const text = /^(?:`+|[^][^\0-/:-@[-`{-\u00bf]*?(?=[\0-/:-@[-`{-\u00bf]|\w{1,20}:\S|$))/;

const nested = String.raw`\[(?:\\[^]|[^\\[\]\n])*\]`;
const label = String.raw`\[((?:\\[^]|[^\\[\]\n]|${nested})+)\]`;
const address = String.raw`(?:<(https?:\/\/[^\s<>]+)>|(https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*))`;
const link = new RegExp(String.raw`^${label}\(${address}\)`, "u");

/** Masked links, as Discord has them, in a pattern that no text makes slow. */
function matchLink(source: string) {
  const found = link.exec(source);
  return found && [found[0], found[1] ?? "", found[2] ?? found[3] ?? ""];
}

/** The package's rule breaks at `</:1234>`. */
function matchCommand(...given: Parameters<Rule["match"]>) {
  const found = rule("slashCommand").match(...given);
  return found?.[1] === undefined ? null : found;
}

/** The package takes `>` away behind every sort of line separator, Discord's lines end with `\n` alone. */
function readQuote(...[[whole = ""], parse, state]: Parameters<Rule["parse"]>) {
  const lines = whole.replace(/\n$/u, "").split("\n");
  const isRest = /^ *>>> /u.test(whole);
  const content = isRest ? whole.replace(/^ *>>> /u, "") : lines.map((line) => line.replace(/^ *> ?/u, "")).join("\n");
  return { type: "blockQuote", content: parse(content, { ...state, inQuote: true, prevCapture: null }) };
}
