import { expect, test } from "vitest";
import { dueTo } from "../src/command.ts";

const meant = ["mention", "reply", "direct"] as const;
const overheard = ["thread", "forum-post"] as const;
const everywhere = [...meant, ...overheard] as const;

test.for([
  { utterance: "question", addressed: everywhere, due: "answer" },
  { utterance: "small-talk", addressed: everywhere, due: "silence" },
  { utterance: "address", addressed: everywhere, due: "silence" },
  { utterance: "command", addressed: everywhere, due: "silence" },
  { utterance: "greeting", addressed: meant, due: "greeting" },
  { utterance: "greeting", addressed: overheard, due: "silence" },
  { utterance: "no-words", addressed: ["mention", "direct"], due: "greeting" },
  { utterance: "no-words", addressed: ["reply", ...overheard], due: "silence" },
  { utterance: "question", addressed: ["none"], due: "silence" },
] as const)("$due is due to $utterance where it is $addressed", ({ utterance, addressed, due }) => {
  for (const each of addressed) expect(dueTo({ addressed: each, text: "?" }, () => utterance)).toBe(due);
});

test.for([
  { name: "a mention alone", written: { addressed: "mention", text: "" }, due: "greeting" },
  { name: "a reply without a word", written: { addressed: "reply", text: "" }, due: "greeting" },
  { name: "a sticker", written: { addressed: "direct", text: "", showsMore: true }, due: "silence" },
  { name: "a file with a question", written: { addressed: "direct", text: "Why?", showsMore: true }, due: "answer" },
  {
    name: "a forum post that its title asks",
    written: { addressed: "forum-post", title: "Why?", text: "" },
    due: "answer",
  },
] as const)("$due is due to $name", ({ written, due }) => expect(dueTo(written)).toBe(due));
