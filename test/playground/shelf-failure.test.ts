import { expect, test } from "vitest";
import { loadDictionaries } from "../../src/answer/create-library.ts";
import { createLog } from "../../src/log.ts";
import { createShelf } from "../../src/playground/shelf.ts";
import { prepareArticles } from "../../src/preparing/prepare-articles.ts";

const dictionaries = loadDictionaries();
const endless = new URL("../preparing/workers/endless.ts", import.meta.url);

/** Files whose name begins with `endless` are read for ever, `unfit` ones are more than can be read. */
const prepare: typeof prepareArticles = async (source, options) => {
  const name = source.kind === "bytes" ? source.name : "";
  if (name.startsWith("unfit")) throw new RangeError("too much");
  return prepareArticles(source, name.startsWith("endless") ? { ...options, file: endless } : options);
};

function openShelf() {
  return createShelf({
    configured: { articles: [], indexed: { articles: new Map() } },
    dictionaries,
    maxBytes: 1000,
    config: { quotesPerAnswer: 3, cooldownSeconds: 0 },
    log: createLog({ level: "error", secrets: [], now: () => new Date(), write: () => {} }),
    readable: () => "all",
    gapChannelId: undefined,
    prepare,
  });
}

function file(name: string) {
  return { name, bytes: Buffer.from(`# ${name}\n\nIt leaves at noon.\n`) };
}

test("leaves everything as it was where an article cannot be indexed", async () => {
  const shelf = openShelf();
  await shelf.drop(file("fit.md"));
  const before = shelf.read();

  await expect(shelf.drop(file("unfit.md"))).rejects.toThrow("too much");

  expect(shelf.read()).toEqual(before);
  expect(shelf.use(["fit"])).toBe(true);
});

test("leaves everything as it was where a file is called off, and reads the next one", async () => {
  const shelf = openShelf();
  await shelf.drop(file("fit.md"));
  const before = shelf.read();
  const [leaving, waiting] = [new AbortController(), new AbortController()];
  const endlessDrop = shelf.drop(file("endless.md"), { signal: leaving.signal });
  const waitingDrop = shelf.drop(file("waiting.md"), { signal: waiting.signal });
  const nextDrop = shelf.drop(file("next.md"));

  waiting.abort(new Error("not waited for"));
  await expect(waitingDrop).rejects.toThrow("not waited for");
  expect(shelf.read()).toEqual(before);
  leaving.abort(new Error("called off"));
  await expect(endlessDrop).rejects.toThrow("called off");
  expect((await nextDrop).id).toBe("next");
  expect(shelf.read().articles.map(({ id }) => id)).toEqual(["fit", "next"]);
});
