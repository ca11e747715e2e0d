import fc from "fast-check";
import { createLibraryFor } from "../../src/answer/create-library.ts";
import { ArticleError } from "../../src/article/article-error.ts";
import { loadFormat } from "../../src/article/formats/all.ts";
import { extractArticle } from "../../src/article/parse-article.ts";
import type { Article } from "../../src/article/article.ts";
import { createBotFor } from "../../src/bot-for.ts";
import type { Invocation } from "../../src/invocation.ts";
import { createLog } from "../../src/log.ts";
import type { Reply } from "../../src/render/reply.ts";
import { createLibrary, type Library } from "../../src/search/library.ts";
import { pressed, rowsOf, submitted } from "../support/invocations.ts";
import { arbitraryFile, type WrittenFile } from "./arbitrary-article.ts";
import { arbitraryInvocation, secret } from "./arbitrary-invocation.ts";
import { findProblems } from "./find-problems.ts";

export interface FuzzOptions {
  /** So many things are asked of the bot, buttons counted; some more, since a round is asked to its end. */
  readonly inputs: number;
  readonly seed: number;
  /** Looks for the smallest case that fails, which takes its time. */
  readonly shrinks?: boolean;
  readonly onProgress?: (counts: FuzzCounts) => void;
}

export interface FuzzCounts {
  readonly inputs: number;
  readonly articles: number;
  /** Files without content or with too much, which are refused with a reason. */
  readonly refused: number;
}

/** Rounds have seeds one after the other, so that any of them can be had by itself. */
const articlesPerRound = 8;
/** Asked of each article. */
const inputsPerArticle = 24;
/** How many buttons behind a button are pressed. */
const deepest = 2;
/** Of a menu's entries so many are chosen. */
const mostChosen = 3;

/**
 * Makes up articles and what people do, and takes them the whole way: reading, indexing, answering, rendering and writing for
 * Discord; presses every button of every reply.
 *
 * @throws Error that tells the case and how to have it again.
 */
export async function fuzz({ inputs, seed, shrinks = false, onProgress }: FuzzOptions): Promise<FuzzCounts> {
  const dictionaries = createLibraryFor([]);
  let counts: FuzzCounts = { inputs: 0, articles: 0, refused: 0 };
  const one = fc.asyncProperty(
    arbitraryFile,
    fc.option(arbitraryFile, { nil: undefined }),
    fc.array(arbitraryInvocation, { minLength: inputsPerArticle, maxLength: inputsPerArticle }),
    async (file, second, makers) => {
      const article = await readFile(file);
      const other = second && (await readFile({ ...second, name: `other-${second.name}`, metadata: undefined }));
      if (!article) {
        counts = { ...counts, refused: counts.refused + 1 };
        return;
      }
      const ask = createAsking(createLibrary(other ? [article, other] : [article], dictionaries));
      const earlier: string[] = [];
      let asked = 0;
      for (const make of makers) {
        const reply = await ask(make(article.text, earlier));
        if (reply.kind === "message") earlier.push(reply.content);
        asked += 1 + (await pressAll(reply, ask, deepest));
      }
      counts = { ...counts, inputs: counts.inputs + asked, articles: counts.articles + 1 };
      onProgress?.(counts);
    },
  );
  for (let round = seed; counts.inputs < inputs; round += 1) {
    const { failed, errorInstance, counterexample } = await fc.check(one, {
      numRuns: articlesPerRound,
      seed: round,
      endOnFailure: !shrinks,
    });
    if (!failed) continue;
    const problem = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : "no fault told";
    const text = Buffer.from(counterexample?.[0].bytes ?? "").toString("utf8");
    throw new Error(`${problem}\nin ${JSON.stringify(text)}\nagain: npm run fuzz -- --inputs 1 --seed ${round}`);
  }
  return counts;
}

/** Refusing a file is an answer, too; any other fault is none. */
async function readFile(file: WrittenFile): Promise<Article | undefined> {
  try {
    return await extractArticle({ ...file, format: await loadFormat(file.name, file.bytes) });
  } catch (error) {
    if (error instanceof ArticleError) return undefined;
    throw error;
  }
}

type Ask = (invocation: Invocation) => Promise<Reply>;

/** Makes a bot of which everything is checked that it says and logs. */
function createAsking(library: Library): Ask {
  const lines: string[] = [];
  const log = createLog({
    level: "debug",
    secrets: [],
    now: () => new Date(0),
    write: (line) => lines.push(line),
  });
  const { bot } = createBotFor(library, {
    config: { quotesPerAnswer: 3, cooldownSeconds: 0 },
    log,
    gapChannelId: "7",
  });
  const texts = [...library.articles.values()].map(({ text }) => text);
  let id = 1_300_000_000_000_000_000n;
  return async (invocation) => {
    id += 1n;
    const reply = await bot.respond({ ...invocation, id: String(id) });
    const problems = [
      ...lines.filter((line) => /"event":"fault"/u.test(line)),
      ...lines.filter((line) => line.toLowerCase().includes(secret.toLowerCase())).map(() => "user text in the log"),
      ...findProblems(reply, invocation, texts),
    ];
    if (problems.length > 0)
      throw new Error(`${problems.join("\n")}\nfor ${describe(invocation)}\nwith ${describe(reply)}`);
    return reply;
  };
}

/** Presses every button and chooses from every menu, and so on with what comes of it; gives how often. */
async function pressAll(reply: Reply, ask: Ask, depth: number): Promise<number> {
  if (reply.kind === "modal") {
    const fields = Object.fromEntries(reply.inputs.map(({ customId, value }) => [customId, value ?? `${secret} 𝔘?`]));
    await ask(submitted(fields, { customId: reply.customId }));
    return 1;
  }
  if (depth === 0) return 0;
  let count = 0;
  for (const { customId, values } of rowsOf(reply).flatMap(pressable)) {
    const next = await ask(pressed(reply, customId, { values }));
    count += 1 + (await pressAll(next, ask, depth - 1));
  }
  return count;
}

function pressable(row: ReturnType<typeof rowsOf>[number]) {
  if (row.kind === "select")
    return row.options.slice(0, mostChosen).map(({ value }) => ({ customId: row.customId, values: [value] }));
  return row.buttons.flatMap((button) =>
    button.kind === "action" && button.disabled !== true ? [{ customId: button.customId, values: [] }] : [],
  );
}

function describe(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each));
}
