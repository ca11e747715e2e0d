import { describe, expect, onTestFinished, test } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import type { Claims } from "../../src/store/claims.ts";
import { ask, createSchema, hasPostgres } from "../support/postgres.ts";

async function open() {
  const url = await createSchema();
  const claimsOf = async (): Promise<Claims> => {
    const store = await openStore({ url, file: "" });
    onTestFinished(() => store.close());
    if (!store.claims) throw new Error("no claims");
    return store.claims;
  };
  return { url, claims: await claimsOf(), other: await claimsOf() };
}

const asker = { key: "k", cooldown: 60_000 };

describe.skipIf(!hasPostgres)("what comes to several processes on one PostgreSQL", () => {
  test("is taken by one of them, however many there are at once", async () => {
    const { claims, other } = await open();
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? claims : other).claim({ guild: "1", event: "7" })),
    );
    expect(all.map(({ kind }) => kind).toSorted()).toEqual(["claimed", ...Array(7).fill("repeated")]);
    expect(await other.claim({ guild: "2", event: "7" })).toEqual({ kind: "claimed" });
  });

  test("waits for the cooldown of its asker, wherever they asked", async () => {
    const { claims, other } = await open();
    expect(await claims.claim({ guild: "1", event: "1", asker })).toEqual({ kind: "claimed" });
    const waiting = await other.claim({ guild: "1", event: "2", asker });
    if (waiting.kind !== "wait") throw new Error(waiting.kind);
    expect(waiting.milliseconds).toBeGreaterThan(0);
    expect(waiting.milliseconds).toBeLessThanOrEqual(60_000);
    expect(await other.claim({ guild: "1", event: "1", asker })).toEqual({ kind: "repeated" });
    expect(await other.claim({ guild: "1", event: "3", asker: { ...asker, key: "l" } })).toEqual({ kind: "claimed" });
    expect(await other.claim({ guild: "2", event: "4", asker })).toEqual({ kind: "claimed" });
    expect(await other.claim({ guild: "1", event: "5", asker: { ...asker, cooldown: 0 } })).toEqual({
      kind: "claimed",
    });
    await other.release("1", "k");
    expect(await other.claim({ guild: "1", event: "6", asker })).toEqual({ kind: "claimed" });
  });

  test("is forgotten when its time is over", async () => {
    const { url, claims, other } = await open();
    await claims.claim({ guild: "1", event: "1", asker });
    await ask("update claims set until = until - 60000 where key like 'asker%'", url);
    expect(await other.claim({ guild: "1", event: "2", asker })).toEqual({ kind: "claimed" });
    await ask("update claims set until = 1", url);
    await claims.sweep();
    await ask("do $$ begin if exists (select from claims) then raise 'something is left'; end if; end $$", url);
  });
});
