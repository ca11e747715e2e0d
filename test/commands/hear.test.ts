import { describe, expect, test } from "vitest";
import { hear } from "../../commands/hear.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { prepareTaughtQuestions } from "../../src/answer/taught-questions.ts";
import type { MessageInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Reply } from "../../src/render/reply.ts";
import { finishSteps } from "../../src/text/steps.ts";
import { heard, labelsOf, rowsOf } from "../support/invocations.ts";
import { libraryOf } from "../support/library-of.ts";
import { smallLibrary } from "../support/library.ts";
import { messageOf } from "../support/reply.ts";
import { expectValid } from "../support/valid-reply.ts";

const services: Services = { library: smallLibrary(), quotesPerAnswer: 1 };

function listen(invocation: MessageInvocation): Reply {
  const reply = hear(invocation, services);
  expectValid(reply, invocation, services);
  return reply;
}

test.for(["mention", "reply", "direct", "thread", "forum-post"] as const)(
  "answers a message by %s, for all to see",
  (addressed) => {
    const reply = messageOf(listen(heard("Where in Yunnan does it come from?", addressed)));
    expect(reply).toMatchObject({ private: false, content: expect.stringMatching(/💬 Where .*[^]*Yunnan/u) });
  },
);

test("takes a forum post's title for a part of the question", () => {
  const reply = messageOf(listen(heard("Where from?", "forum-post", { title: "Black tea" })));
  expect(reply.content).toContain("💬 Black tea Where from?");
});

test("answers a forum post whose title was taught with the place that was chosen for it", () => {
  const [article] = services.library.articles.values();
  const text = "It comes from Yunnan and Assam.";
  const start = article?.text.indexOf(text) ?? -1;
  const place = { article: article?.id ?? "", span: { start, end: start + text.length }, text };
  const steps = prepareTaughtQuestions([{ id: "1", question: "Where is it grown?", ...place }], services.library);
  const post = heard("Hi, I am new here and like a strong one.", "forum-post", { title: "where is it grown" });
  const reply = messageOf(hear(post, { ...services, taught: finishSteps(steps) }));
  expect(reply.content.split("\n").slice(0, 2)).toEqual([
    "-# 💬 where is it grown",
    "-# 📌 People of this server chose §1 ¶1:2 for this question.",
  ]);
});

test.for([
  { name: "its own", isLocaleSet: undefined, says: "文章" },
  { name: "that which the server chose for everybody", isLocaleSet: true, says: "The article" },
])("speaks to a message in the language: $name", ({ isLocaleSet, says }) => {
  const reply = messageOf(listen(heard("月亮有多远？", "mention", { isLocaleSet })));
  expect(reply.content.split("\n")[1]).toContain(says);
});

test("carries earlier questions over from its own messages", () => {
  const earlier = ["-# 💬 Where in Yunnan does it come from?\n**Black tea**\n> It comes"];
  expect(() => listen(heard("And green tea?", "thread", { earlier }))).not.toThrow();
});

test("greets who mentions it without a word", () => {
  const reply = messageOf(listen(heard("", "mention")));
  expect(reply.content).toContain("Ask me something");
  expect(labelsOf(reply)).toEqual(["Black tea", "Green tea"]);
});

test.for([
  { name: "a message for others", text: "Where does it come from?", addressed: "none" },
  { name: "a picture in its thread", text: "", addressed: "thread" },
  { name: "a forum post without words", text: " ", addressed: "forum-post" },
  { name: "double brackets of another kind", text: "see [[the wiki]]", addressed: "none" },
  { name: "a number in double brackets", text: "[[2026-11-03]]", addressed: "none" },
] as const)("is silent at $name", ({ text, addressed }) => {
  expect(listen(heard(text, addressed))).toEqual({ kind: "silence" });
});

test("shows the quotes of references, at most four, but none in code", () => {
  const text = "[[§1 ¶1:1]] `[[§2 ¶1:1]]` [[§1 ¶1:2]]";
  const reply = messageOf(listen(heard(text, "none")));
  expect(reply.quotes.map(({ text: quoted }) => quoted)).toEqual([
    "Black tea is fully oxidised.",
    "It comes from Yunnan and Assam.",
  ]);
  const many = listen(heard("[[§1 ¶1:1]] [[§1 ¶1:2]] [[§2 ¶1:1]] [[§2 ¶1:2]] [[§2 ¶1]]", "none"));
  expect(messageOf(many).quotes).toHaveLength(4);
  expect(messageOf(many).content).toContain("Only the first 4 references");
});

test("explains a reference that names nothing, with what there is", () => {
  expect(messageOf(listen(heard("[[§9]] and [[§1 ¶1:1]]", "none"))).content).toMatch(
    /no §9: the sections are §1 to §2/u,
  );
});

test.for([
  { written: "[[第十二條]]", shows: "§1 ¶1:1 ·", quoted: "第十二条　仓库管理员每月清点一次货物。" },
  { written: "[[第12条之1]]", shows: "§1 ¶2:1 ·", quoted: "第十二条之一　危险品仓库每周清点一次。" },
  { written: "[[Article 12]]", shows: "§1 ¶1:1 ·", quoted: "第十二条　仓库管理员每月清点一次货物。" },
  { written: "[[第99条]]", shows: "第99条", quoted: undefined },
])("takes $written by the number that it bears", ({ written, shows, quoted }) => {
  const text =
    "条例\n\n第十二条　仓库管理员每月清点一次货物。\n\n第十二条之一　危险品仓库每周清点一次。\n\n第十三条　违者罚款。\n";
  const statute: Services = { library: smallLibrary(text), quotesPerAnswer: 1 };
  const reply = messageOf(hear(heard(written, "none"), statute));
  expect(reply.content).toContain(shows);
  expect(reply.quotes.map((quote) => quote.text)).toEqual(quoted === undefined ? [] : [quoted]);
});

test("is silent at double brackets that only look like a number", () => {
  expect(listen(heard("[[Part of the plan]] and [[Chapter 7]]", "none"))).toEqual({ kind: "silence" });
});

test("takes a whole section for a reference, too", () => {
  expect(messageOf(listen(heard("[[§1]]", "direct"))).content).toContain("-# §1 ¶1:1–2 · version");
});

test("speaks the language of the message", () => {
  expect(messageOf(listen(heard("咖啡機多少錢?", "mention"))).content).toMatch(/文章裡?沒有|沒有/u);
});

test.for([
  { text: "I'll bring the kettle tonight", addressed: "thread", isSilent: true },
  { text: "I'll bring the kettle tonight", addressed: "mention", isSilent: false },
  { text: "I want to know who brings the kettle", addressed: "thread", isSilent: false },
  { text: "我们晚上去看电影", addressed: "thread", isSilent: true },
  { text: "我想知道谁去看电影", addressed: "thread", isSilent: false },
] as const)("of what people tell each other says nothing in its threads: $text, by $addressed", (given) => {
  expect(listen(heard(given.text, given.addressed)).kind === "silence").toBe(given.isSilent);
});

test.for([
  { text: "hi! Where does black tea come from? thx", shows: "Where does black tea come from?" },
  { text: "Thank you, Jeeves", shows: "Thank you, Jeeves" },
])("leaves out small talk around a question: $text", ({ text, shows }) => {
  expect(messageOf(listen(heard(text, "mention"))).content.split("\n")[0]).toBe(`-# 💬 ${shows}`);
});

test.for(["那个", "Wie viel kostet das?", "広告の精度はどうですか?"])(
  "reports no gap where nothing was asked that could be: %s",
  (text) => {
    const invocation = heard(text, "mention");
    const reply = hear(invocation, { ...services, gapChannelId: "5" });
    expectValid(reply, invocation, services);
    expect(labelsOf(messageOf(reply))).toEqual([]);
    expect(labelsOf(hear(heard("月亮有多远？", "mention"), { ...services, gapChannelId: "5" }))).toEqual([
      "反馈缺失内容",
    ]);
  },
);

describe("of several articles", () => {
  const [tea] = services.library.articles.values();
  const coffee = parseArticle({
    name: "coffee.txt",
    bytes: Buffer.from("Coffee\n\nBeans\n\nCoffee is made of beans.\n"),
    metadata: JSON.stringify({ id: "coffee", title: "Coffee" }),
  });
  const two: Services = { library: libraryOf(tea ? [tea, coffee] : []), quotesPerAnswer: 1 };

  test.for(["summarise", "总结一下", "what are the main points?"])(
    "asks which one is meant to be summarised: %s",
    (text) => {
      const invocation = heard(text, "mention");
      const reply = messageOf(hear(invocation, two));
      expectValid(reply, invocation, two);
      expect(reply).toMatchObject({ private: false, quotes: [] });
      expect(rowsOf(reply)).toMatchObject([{ kind: "select", options: [{ value: "tea" }, { value: "coffee" }] }]);
    },
  );

  test.for(["summarise Coffee", "What is coffee made of?"])("answers what names one: %s", (text) => {
    const reply = messageOf(hear(heard(text, "mention"), two));
    expect(reply.quotes.map((quote) => quote.text)).toEqual(["Coffee is made of beans."]);
  });

  test("shows how a reference names one", () => {
    const reply = messageOf(hear(heard("[[§1 ¶1]]", "none"), two));
    expect(reply.content).toContain("`[[tea §1 ¶1]]` · `[[coffee §1 ¶1]]`");
  });
});
