import { expect, test, vi } from "vitest";
import { createInTurn } from "../../src/terminal/in-turn.ts";
import { NotLoaded } from "../../src/text/not-loaded.ts";

test("what has to be loaded is shown in its turn, and whatever else at once", async () => {
  const shown: string[] = [];
  const failed: unknown[] = [];
  const inTurn = createInTurn((error) => failed.push(error));
  const show = (text: string): void => void shown.push(text);
  const { promise, resolve } = Promise.withResolvers<void>();
  let isLoaded = false;
  inTurn(() => "at once", show);
  expect(shown).toEqual(["at once"]);
  const lacking = new NotLoaded(async () => {
    await promise;
    isLoaded = true;
  });
  const load = (): string => {
    if (isLoaded) return "loaded";
    throw lacking;
  };
  inTurn(load, show);
  inTurn(() => "behind it", show);
  const broken = new Error("broken");
  inTurn((): string => {
    throw broken;
  }, show);
  inTurn(() => "last", show);
  expect(shown).toEqual(["at once"]);
  resolve();
  await vi.waitUntil(() => shown.includes("last"));
  expect(shown).toEqual(["at once", "loaded", "behind it", "last"]);
  expect(failed).toEqual([broken]);
});

test("what cannot be loaded is told", async () => {
  const failed: unknown[] = [];
  const inTurn = createInTurn((error) => failed.push(error));
  const away = new Error("away");
  inTurn(
    () => {
      throw new NotLoaded(() => Promise.reject(away));
    },
    () => {},
  );
  await vi.waitUntil(() => failed.length > 0);
  expect(failed).toEqual([away]);
});
