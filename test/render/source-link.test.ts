import { expect, test } from "vitest";
import { sourceLink } from "../../src/render/source-link.ts";
import { oneParagraph, spanOf } from "./answers.ts";

const page = "https://example.org/page";

test.for([
  { name: "a short quote whole", text: "It rose.", link: `${page}#:~:text=It%20rose.` },
  { name: "dashes, commas and ampersands encoded", text: "A-b, c&d", link: `${page}#:~:text=A%2Db%2C%20c%26d` },
  { name: "what Markdown would read", text: "(a_b)*~!'", link: `${page}#:~:text=%28a%5Fb%29%2A%7E%21%27` },
  { name: "quotation marks encoded", text: "“一”", link: `${page}#:~:text=%E2%80%9C%E4%B8%80%E2%80%9D` },
  {
    name: "a long quote by its beginning and end, cut at words",
    text: "The company announced its new language model on Tuesday afternoon in London.",
    link: `${page}#:~:text=The%20company,in%20London.`,
  },
  {
    name: "a hard-wrapped quote without its line breaks",
    text: "The company announced\nits model in London.",
    link: `${page}#:~:text=The%20company,in%20London.`,
  },
])("names $name", ({ text, link }) => {
  const article = oneParagraph(text);
  expect(sourceLink(article, spanOf(article, text))).toBe(link);
});

test("lengthens a beginning that stands earlier on the page", () => {
  const sentence = "The company announced its second language model on Friday in Paris.";
  const article = oneParagraph(`The company announced its first one. ${sentence}`);
  expect(sourceLink(article, spanOf(article, sentence))).toBe(
    `${page}#:~:text=The%20company%20announced%20its%20second,in%20Paris.`,
  );
});

test("names what the page shows, not Markdown's marks", () => {
  const text = "It **rose** fast.";
  const article = oneParagraph(text);
  const visible = [
    { start: 0, end: 3 },
    { start: 5, end: 9 },
    { start: 11, end: 17 },
  ];
  const sections = article.sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((paragraph) => ({ ...paragraph, visible })),
  }));
  const marked = { ...article, sections };
  expect(sourceLink(marked, spanOf(marked, text))).toBe(`${page}#:~:text=It%20rose%20fast.`);
});

test.for([
  { name: "no address", address: undefined, link: undefined },
  { name: "something else than an address", address: "our library", link: undefined },
  { name: "a script", address: "javascript:alert(1)", link: undefined },
  { name: "an endless address", address: `https://example.org/${"a".repeat(2000)}`, link: undefined },
  { name: "a fragment already", address: `${page}#top`, link: `${page}#top:~:text=It%20rose.` },
  { name: "brackets", address: "https://example.org/a_(b)", link: "https://example.org/a_%28b%29#:~:text=It%20rose." },
])("copes with $name", ({ address, link }) => {
  const article = oneParagraph("It rose.", { source: { address } });
  expect(sourceLink(article, { start: 0, end: 8 })).toBe(link);
});

test("opens the page at its top where the words cannot be named shortly", () => {
  const article = oneParagraph("。".repeat(1000));
  expect(sourceLink(article, { start: 0, end: 1000 })).toBe(page);
});

const filler = Array.from({ length: 3000 }, (_, index) => `Line ${index} of what stands between.`).join("\n");

test.for([
  { name: "many lines", middle: `\n${filler}\n` },
  { name: "one endless line", middle: ` ${"word ".repeat(20_000)}` },
  { name: "what shows nothing", middle: `\n${" ".repeat(100_000)}\n` },
  { name: "one endless word", middle: "x".repeat(100_000) },
])("names the ends of a stretch with $name in the middle", ({ middle }) => {
  const article = oneParagraph(`The company announced its model${middle}on Tuesday afternoon in London.`);
  const whole = { start: 0, end: article.text.length };
  expect(sourceLink(article, whole)).toBe(`${page}#:~:text=The%20company,in%20London.`);
});
