import { describe, expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { commandBot } from "../support/command-bot.ts";
import { command, menu } from "../support/invocations.ts";
import { libraryOf } from "../support/library-of.ts";
import { messageOf } from "../support/reply.ts";

function articleOf(name: string, lines: readonly string[]) {
  return parseArticle({ name, bytes: Buffer.from(lines.join("\n\n")), format: markdown });
}

const handbook = articleOf("harbour.md", [
  "# Harbour handbook",
  "## Moorings",
  "A boat may lie at the pier for three nights. It may not lie there longer unless the warden agrees. The warden keeps a list.",
  "## Fees",
  "Fees are paid in advance. They are not given back… ever. He who pays late pays twice.",
]);
const tea = articleOf("tea.md", [
  "# 茶",
  "## 产地",
  "绿茶产自杭州。红茶产自云南，也产自福建。白茶多产自福建。",
  "他说：“茶……很好。”",
]);
const services = { library: libraryOf([handbook, tea]), quotesPerAnswer: 3 };
const ask = commandBot(services);

async function verify(quote: string, locale: "en" | "zh-CN" | "zh-TW" = "en"): Promise<string> {
  return messageOf(await ask(command("verify", { quote }, { locale }))).content;
}

/** The first line behind what was asked. */
async function verdict(quote: string): Promise<string> {
  return (await verify(quote)).split("\n")[1] ?? "";
}

const whole = "✔ **Verbatim.** It stands in the article letter for letter.";
const part = "✔ **Verbatim**, a part of what stands in the article.";

describe("what stands around a quote", () => {
  test.for([
    { quote: "“Fees are paid in advance.”", said: whole },
    { quote: "“Fees are paid in advance.", said: whole },
    { quote: "'Fees are paid in advance'.", said: part },
    { quote: "『红茶产自云南，也产自福建。』", said: whole },
    { quote: "《绿茶产自杭州。》", said: whole },
    { quote: "> Fees are paid\n> in advance.", said: whole },
    { quote: "“茶……很好。”", said: part },
    { quote: "They are not given back… ever.", said: whole },
    { quote: "“Fees are paid upfront.”", said: "✖ **Not verbatim: words differ.**" },
  ])("is no part of it: $quote", async ({ quote, said }) => {
    expect(await verdict(quote)).toContain(said);
  });

  test("is not named among the differences", async () => {
    const content = await verify("“Fees are paid late.” (§2 ¶1:1)");
    expect(content).toContain("~~late.~~ → **in**");
    expect(content).not.toMatch(/- .*(?:“|§)/u);
    expect(content).toContain("📍 It is where you cited it: §2 ¶1:1.");
  });

  test.for([
    { quote: "Fees are paid in advance. (§2 ¶1:1)", said: "It is where you cited it: §2 ¶1:1." },
    { quote: "“Fees are paid in advance.” — Harbour handbook, §1", said: "It is not at §1, but at §2 ¶1:1." },
    { quote: "绿茶产自杭州。——《茶》§1 ¶1:1", said: "It is where you cited it: §1 ¶1:1." },
    { quote: "绿茶产自杭州。（第九节）", said: "There is no §9" },
  ])("may be a citation: $quote", async ({ quote, said }) => {
    expect(await verify(quote)).toContain(said);
  });

  test("is a citation only where none was given", async () => {
    const options = { quote: "Fees are paid in advance. (§2)", reference: "§1", article: "harbour" };
    expect(messageOf(await ask(command("verify", options))).content).toContain("It is not at §1");
  });

  test("is taken off from a message as well", async () => {
    const { content } = messageOf(await ask(menu("Check this quote", "“Fees are paid in advance.” (§2 ¶1)")));
    expect(content).toContain(whole);
  });
});

describe("a quote in parts", () => {
  test("is verbatim where all stand there in their order", async () => {
    expect((await verify("A boat may lie at the pier […] the warden agrees")).split("\n").slice(0, 5)).toEqual([
      "-# 🔎 A boat may lie at the pier \\[…\\] the warden agrees",
      "✔ **Verbatim, with words left out.** Both parts stand in the article letter for letter, in this order.",
      "✔ A boat may lie at the pier · §1 ¶1:1",
      "-# ⋯ left out here: **for three nights. It may not lie there longer unless**",
      "✔ the warden agrees · §1 ¶1:2",
    ]);
  });

  test("names a word that was left out", async () => {
    const content = await verify("It may … lie there longer");
    expect(content).toContain("-# ⋯ left out here: **not**");
  });

  test.for([
    { quote: "Fees are paid … pays twice", said: "-# ⋯ left out here: 12 words, with 1 whole sentence" },
    { quote: "绿茶产自……也产自福建", said: "-# ⋯ left out here: **杭州。红茶产自云南，**" },
    { quote: "绿茶产自（略）多产自福建。", said: "-# ⋯ left out here: **杭州。红茶产自云南，也产自福建。白茶**" },
    { quote: "Fees are paid [...] in advance.", said: "-# ⋯ nothing is left out here" },
    { quote: "pays twice … Fees are paid in advance.", said: "✖ **In another order.** Both parts" },
    { quote: "Fees are paid in advance […] 绿茶产自杭州。", said: "✖ **Put together from several articles.**" },
    {
      quote: "Fees are paid in advance […] cats are not welcome here",
      said: "✖ **Not verbatim.** 1 of 2 parts differs",
    },
    { quote: "Fees are paid in advance […] He who pays late sails twice.", said: "- ~~sails~~ → **pays**" },
    {
      quote: "fees are paid in advance […] They are not given",
      said: "≈ **The words are the same**, with words left out.",
    },
    { quote: "… Fees are paid in advance …", said: "✔ **Verbatim**" },
    { quote: "Fees are paid. […] pays twice.", said: "✔ **Verbatim, with words left out.**" },
  ])("is told part by part: $quote", async ({ quote, said }) => {
    expect(await verify(quote)).toContain(said);
  });

  test("is where it was cited only with all of its parts", async () => {
    expect(await verify("A boat may lie […] pays twice. (§2)")).toContain(
      "Only a part of it is at §2; it stands at §1 ¶1:1, §2 ¶1:3.",
    );
    expect(await verify("Fees are paid […] pays twice. (§2)")).toContain("It is where you cited it: §2.");
  });

  test("marks all of its parts that stand in one sentence", async () => {
    expect(await verify("A boat […] three nights")).toContain("> **A boat** may lie at the pier for **three nights**.");
  });

  test("tells of more parts than are checked", async () => {
    const quote = Array.from({ length: 24 }, () => "boat").join(" … ");
    expect(await verify(quote)).toContain("Only the first 20 of 24 parts were checked.");
  });
});

describe("words in brackets", () => {
  test.for([
    { quote: "The warden [of the harbour] keeps a list.", said: whole },
    { quote: "Fees are paid in advance [sic].", said: whole },
    { quote: "[The skipper] who pays late pays twice.", said: part },
    { quote: "[F]ees are paid in advance.", said: whole },
    {
      quote: "[f]ees are paid in advance.",
      said: "≈ **The words are the same**, but the typography differs: capitals.",
    },
    { quote: "红茶［其实］产自云南", said: part },
    { quote: "He [always] pays late", said: "≈ **Words were replaced in brackets.** Both parts" },
  ])("are not the article's: $quote", async ({ quote, said }) => {
    expect(await verdict(quote)).toContain(said);
  });

  test("are named", async () => {
    expect(await verify("The warden [of the harbour] keeps a list [sic].")).toContain(
      "In brackets, so not part of the quote: of the harbour, sic",
    );
  });
});

test("shows what the article has in place of words in brackets, which may be the opposite", async () => {
  expect(await verify("It may [well] lie there longer")).toContain("-# ⋯ given here: well; the article has: **not**");
});

test("says it in the asker's language", async () => {
  const quote = "绿茶产自……也产自福建";
  expect(await verify(quote, "zh-CN")).toContain("✔ **逐字相符，中间有省略。**2 个部分在文章里都一字不差，次序也对。");
  expect(await verify(quote, "zh-TW")).toContain("✔ **逐字相符，中間有省略。**2 個部分在文章裡都一字不差，次序也對。");
});

test("takes three dots in brackets for an omission", async () => {
  expect(await verify("It may not lie there longer (...) keeps a list")).toContain(
    "✔ **Verbatim, with words left out.**",
  );
});
