import { Command } from "commander";
import { loadDictionaries } from "../../src/answer/create-library.ts";
import { prepareTaughtQuestions, type TaughtQuestion } from "../../src/answer/taught-questions.ts";
import { finishSteps } from "../../src/text/steps.ts";
import { readOptions, wholeNumberIn } from "../support/read-options.ts";

/**
 * Measures how long taught questions take to be made ready and what a question then costs. The questions differ in a name, a number
 * or what is asked, as those of one server do; half of them are Chinese. It is asked in other words than taught.
 */
const program = new Command("npm run bench:taught --")
  .description("How long taught questions take to be made ready, and what a question then costs.")
  .option("--count <number>", "taught questions", wholeNumberIn({ least: 1, most: 1_000_000 }), 10_000);
const { count } = readOptions<{ readonly count: number }>(program);
const asked = 2000;

const places = ["hall", "house", "club", "park", "room", "street", "school", "team", "yard", "tower"];
const trees = ["Alder", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper"];
const things = ["ticket", "locker", "guide", "cafe", "garden", "library", "channel", "event", "prize", "refund"];
const hanPlaces = Array.from("山河湖海城乡林园桥塔");
const hanKinds = Array.from("春夏秋冬东西南北红绿");
const hanThings = ["门票", "储物柜", "讲解", "咖啡馆", "花园", "图书馆", "频道", "活动", "奖品", "退款"];

function pick<Item>(items: readonly Item[], number: number): Item | string {
  return items[number % items.length] ?? "";
}

function write(number: number, isReworded: boolean): string {
  const [thing, rest] = [number % 10, Math.floor(number / 10)];
  if (number % 2 === 0) {
    const what = `${pick(things, thing + rest)} of ${pick(trees, rest)} ${pick(places, rest / 10)} ${Math.floor(rest / 100)}`;
    return isReworded ? `Please tell me: what is the price of the ${what}` : `How much is the ${what}?`;
  }
  const where = `${pick(hanKinds, rest)}${pick(hanPlaces, Math.floor(rest / 10))}路${Math.floor(rest / 100)}号`;
  const what = `${where}的${pick(hanThings, thing + rest)}`;
  return isReworded ? `請問${what}的價格` : `${what}多少钱？`;
}

const words = loadDictionaries();
const taught = Array.from({ length: count }, (_, number): TaughtQuestion => {
  return { id: `${number}`, question: write(number, false), article: "a", span: { start: 0, end: 1 }, text: "x" };
});

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const steps = prepareTaughtQuestions(taught, words);
let [longest, step, started] = [0, steps.next(), performance.now()];
while (!step.done) {
  const at = performance.now();
  step = steps.next();
  longest = Math.max(longest, performance.now() - at);
}
const made = step.value;
const building = performance.now() - started;
globalThis.gc?.();
const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;

started = performance.now();
finishSteps(prepareTaughtQuestions(taught, words, made));
const rebuilding = performance.now() - started;

const times: number[] = [];
let found = 0;
const cpu = process.cpuUsage();
for (let number = 0; number < asked; number += 1) {
  const question = write((number * 7) % count, true);
  const at = performance.now();
  if (made.find(question)) found += 1;
  times.push(performance.now() - at);
}
const { user, system } = process.cpuUsage(cpu);
const sorted = times.toSorted((a, b) => a - b);
process.stdout.write(
  [
    `${count} taught questions, ${found} of ${asked} reworded ones found`,
    `made ready in ${building.toFixed(0)} ms (longest step ${longest.toFixed(1)} ms), again in ${rebuilding.toFixed(0)} ms`,
    `memory ${globalThis.gc ? `${megabytes.toFixed(1)} MB` : "not measured: node --expose-gc"}`,
    `a question: median ${sorted[asked / 2]?.toFixed(3)} ms, 99th of 100 ${sorted[Math.floor(asked * 0.99)]?.toFixed(3)} ms, ` +
      `processor ${((user + system) / 1000 / asked).toFixed(3)} ms`,
    "",
  ].join("\n"),
);
