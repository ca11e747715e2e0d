import { dict } from "@node-rs/jieba/dict.js";

export interface Synthetic {
  readonly passages: readonly string[];
  readonly questions: readonly string[];
}

/**
 * Makes passages of three sentences from jieba's word list, each word as often as the list says it is in Chinese, and
 * questions that take some words of one passage. The same numbers always give the same text.
 */
export function synthesise(passageCount: number, questionCount: number): Synthetic {
  const random = createRandom(20_261_123);
  const draw = createDraw(random);
  const passages = Array.from({ length: passageCount }, () =>
    Array.from({ length: 3 }, () => drawSentence(draw, random)),
  );
  const questions = Array.from({ length: questionCount }, () => {
    return askAbout(passages[Math.floor(random() * passages.length)] ?? [], random);
  });
  return { passages: passages.map(writePassage), questions };
}

/** Makes such passages one after the other without an end, each with a question about it. */
export function* walkSynthetic(): Generator<{ readonly passage: string; readonly question: string }> {
  const random = createRandom(20_261_123);
  const [draw, ask] = [createDraw(random), createRandom(11)];
  for (;;) {
    const sentences = Array.from({ length: 3 }, () => drawSentence(draw, random));
    yield { passage: writePassage(sentences), question: askAbout(sentences, ask) };
  }
}

function askAbout(sentences: readonly (readonly string[])[], random: () => number): string {
  const words = (sentences[Math.floor(random() * 3)] ?? []).filter(() => random() < 0.5);
  return `${words.join("")}是什么?`;
}

function drawSentence(draw: () => string, random: () => number): string[] {
  return Array.from({ length: 8 + Math.floor(random() * 9) }, draw);
}

function writePassage(sentences: readonly (readonly string[])[]): string {
  return sentences.map((words) => `${words.slice(0, 5).join("")},${words.slice(5).join("")}。`).join("");
}

/** Draws words by their frequency. */
function createDraw(random: () => number): () => string {
  const words: string[] = [];
  const sums: number[] = [];
  let sum = 0;
  for (const line of new TextDecoder().decode(dict).split("\n")) {
    const [word = "", frequency = ""] = line.split(" ");
    if (!/^\p{Script=Han}+$/u.test(word) || !(Number(frequency) > 0)) continue;
    sum += Number(frequency);
    words.push(word);
    sums.push(sum);
  }
  return () => words[firstAbove(sums, random() * sum)] ?? "";
}

function firstAbove(sums: readonly number[], value: number): number {
  let [from, to] = [0, sums.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sums[middle] ?? 0) > value) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Mulberry32: small, seeded, and even enough for drawing words. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
