import { expect, test, vi } from "vitest";
import type * as createLibrary from "../../src/answer/create-library.ts";
import { createLog } from "../../src/log.ts";
import { createShelf } from "../../src/playground/shelf.ts";

/** Stands for what no library can be made of, such as a word of five million letters. */
const unfit = "Unfit";

vi.mock("../../src/answer/create-library.ts", async (importOriginal) => {
  const { createLibraryMaker } = await importOriginal<typeof createLibrary>();
  const failing: typeof createLibraryMaker = (onProgress) => {
    const make = createLibraryMaker(onProgress);
    return (articles) => {
      if (articles.some(({ title }) => title === unfit)) throw new RangeError("too much");
      return make(articles);
    };
  };
  return { createLibraryMaker: failing };
});

function file(name: string, title: string) {
  return { name, bytes: Buffer.from(`# ${title}\n\nIt leaves at noon.\n`) };
}

test("leaves everything as it was where an article cannot be indexed", async () => {
  const shelf = createShelf({
    configured: [],
    maxBytes: 1000,
    config: { quotesPerAnswer: 3, cooldownSeconds: 0 },
    log: createLog({ level: "error", secrets: [], now: () => new Date(), write: () => {} }),
    readable: () => "all",
    gapChannelId: undefined,
  });
  await shelf.drop(file("fit.md", "Fit"));
  const before = shelf.read();

  await expect(shelf.drop(file("unfit.md", unfit))).rejects.toThrow("too much");

  expect(shelf.read()).toEqual(before);
  expect(shelf.use(["fit"])).toBe(true);
});
