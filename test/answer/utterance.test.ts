import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { configs } from "opencc-js/preset";
import { Trie } from "opencc-js/core";
import { expect, test } from "vitest";
import { readUtterance, type Utterance } from "../../src/answer/utterance.ts";
import { chineseSmallTalk } from "../../src/languages/small-talk/chinese.ts";
import { simplifySmallTalk } from "../../src/languages/small-talk/simplify-small-talk.ts";
import { chats, questionsLikeChats } from "./utterances.ts";

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

test("takes at least nineteen of twenty chats for what they are", () => {
  const all = linesOf(chats);
  const missed = all.filter((line) => readUtterance(line) === "question");
  expect(all.length).toBeGreaterThan(400);
  expect(missed.length / all.length).toBeLessThan(0.05);
});

test("takes no question that holds words of small talk for small talk", () => {
  expect(linesOf(questionsLikeChats).filter((line) => readUtterance(line) !== "question")).toEqual([]);
});

test("takes no known question for small talk", () => {
  const folders = ["data/questions", "data/questions/articles", "test/articles"];
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
  const questions = files
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => linesOf(readFileSync(file, "utf8")))
    .map((line): unknown => JSON.parse(line))
    .flatMap((row) => (typeof row === "object" && row !== null && "question" in row ? [String(row.question)] : []))
    .filter((question) => /[\p{L}\p{N}]/u.test(question));
  expect(questions.length).toBeGreaterThan(1000);
  expect(questions.filter((question) => readUtterance(question) !== "question")).toEqual([]);
});

test.for<[text: string, said: Utterance]>([
  ["thaaaank youuu!!", "small-talk"],
  ["ok thanks, that helps!", "small-talk"],
  ["哈哈哈哈，謝謝", "small-talk"],
  ["<a:party:123456789012345678> thx <@123456789012345678>", "small-talk"],
  ["👩‍👩‍👧‍👦", "small-talk"],
  ["🇹🇼", "small-talk"],
  [":thumbs_up:", "small-talk"],
  [":-)", "small-talk"],
  ["thanks, and what about Google?", "question"],
  ["hi", "greeting"],
  ["hello, thanks", "greeting"],
  ["你是誰？", "greeting"],
  ["你好厉害", "small-talk"],
  ["what can you do?", "greeting"],
  ["https://example.com/a?b=c", "address"],
  ["<https://example.com> https://example.org", "address"],
  ["look: https://example.com", "question"],
  ["https://example.com lol", "address"],
  ["!play some song", "command"],
  ["!play", "command"],
  ["!Kung", "question"],
  ["what does !play do", "question"],
  ["", "no-words"],
  ["…?!", "no-words"],
  ["<@123456789012345678>", "no-words"],
  ["thanks ".repeat(100), "question"],
])("reads %j as %s", ([text, said]) => {
  expect(readUtterance(text)).toBe(said);
});

test("reads Chinese small talk in Traditional characters as in Simplified ones", () => {
  const trie = new Trie();
  for (const dictionary of configs["s2twp"]?.conversionChain.flat() ?? []) trie.loadDict(dictionary);
  const phrases = Object.values(chineseSmallTalk).flat();
  const characters = new Set(phrases.join(""));
  const written = [...characters].map((character) => trie.convert(character));
  expect(written.filter((character) => !characters.has(character)).length).toBeGreaterThan(100);
  expect(written.map(simplifySmallTalk).filter((character) => !characters.has(character))).toEqual([]);
});
