import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { answerTo, ask } from "../support/playground-page.ts";
import {
  bring,
  enter,
  followFirst,
  handbook,
  hideMembers,
  hideSource,
  newest,
  nextHandbook,
  publish,
  run,
} from "./act.ts";
import { type Film, filmAnswer } from "./film.ts";

/** Who looks, and at which article. */
export interface Reader {
  readonly locale: "en-US" | "zh-CN";
  /** The folder in data/ that the bot answers from. */
  readonly folder: "articles" | "examples";
}

interface AnyScene {
  readonly name: string;
  readonly reader: Reader;
  readonly options: BrowserContextOptions;
}

/** A picture that stands still: of the whole page, or of what `play` gives. */
export interface Still extends AnyScene {
  readonly kind: "still";
  readonly play: (page: Page) => Promise<Locator | void>;
}

/** A picture that moves. */
export interface Moving extends AnyScene {
  readonly kind: "moving";
  readonly film: (page: Page) => Promise<Film>;
}

export type Scene = Still | Moving;

const english: Reader = { locale: "en-US", folder: "examples" };
const chinese: Reader = { locale: "zh-CN", folder: "articles" };

/** So wide that a message of its own is as wide as a README. */
const message = { viewport: { width: 980, height: 1000 }, deviceScaleFactor: 2 };
const whole = { viewport: { width: 1600, height: 860 }, deviceScaleFactor: 1.25 };
const film = { viewport: { width: 1240, height: 560 }, deviceScaleFactor: 1.5 };
const library = { viewport: { width: 1000, height: 700 }, deviceScaleFactor: 1.25 };

/** What the README shows, in each of its languages. */
const read = [
  {
    reader: english,
    language: "en",
    question: "What happens if a tool breaks?",
    declined: "Is the library open on Sundays?",
    verify: "/verify The late fee is 2 euros a day for each tool",
  },
  {
    reader: chinese,
    language: "zh",
    question: "员工怎么形容Llama?",
    declined: "蒙古的首都是哪里?",
    verify: "/核对 2024年第三季度,Meta广告业务收入增速从去年的15%骤降到18%",
  },
] as const;

const forReadme: readonly Scene[] = read.flatMap(({ reader, language, question, declined, verify }): Scene[] => [
  {
    kind: "moving",
    name: `demo.${language}`,
    reader,
    options: film,
    film: (page) => filmAnswer(page, question),
  },
  {
    kind: "still",
    name: `answer.${language}`,
    reader,
    options: message,
    play: async (page) => alone(page, () => ask(page, question)),
  },
  {
    kind: "still",
    name: `refusal.${language}`,
    reader,
    options: message,
    play: async (page) => alone(page, () => ask(page, declined)),
  },
  {
    kind: "still",
    name: `checked-quote.${language}`,
    reader,
    options: message,
    play: async (page) => alone(page, () => run(page, verify)),
  },
  {
    kind: "still",
    name: `playground.${language}`,
    reader,
    options: whole,
    async play(page) {
      await ask(page, question);
      await followFirst(page);
    },
  },
]);

const forLibrary: readonly Scene[] = [
  {
    kind: "still",
    name: "library-add",
    reader: { ...english, folder: "articles" },
    options: library,
    async play(page) {
      await hideSource(page);
      await hideMembers(page);
      await bring(page, "/library add ", "handbook.md", handbook);
    },
  },
  {
    kind: "still",
    name: "library-replace",
    reader: { ...english, folder: "articles" },
    options: library,
    async play(page) {
      await hideSource(page);
      await hideMembers(page);
      await publish(await bring(page, "/library add ", "handbook.md", handbook));
      await bring(page, "/library replace id:handbook ", "handbook-2027.md", nextHandbook);
    },
  },
  {
    kind: "still",
    name: "taught",
    reader: { ...english, folder: "articles" },
    options: library,
    async play(page) {
      await hideSource(page);
      await hideMembers(page);
      await publish(await bring(page, "/library add ", "handbook.md", handbook));
      await answerTo(page, () =>
        enter(page, "/teach question:Who refunds my train ticket? reference:§7.1 ¶1:1 article:handbook"),
      );
      await ask(page, "Please tell me who refunds my train ticket");
    },
  },
];

export const scenes: readonly Scene[] = [...forReadme, ...forLibrary];

/** Shows one message with nothing beside it. */
async function alone(page: Page, answer: () => Promise<unknown>): Promise<Locator> {
  await hideSource(page);
  await hideMembers(page);
  await answer();
  return newest(page);
}
