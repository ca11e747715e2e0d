import { expect, test } from "vitest";
import { StoreError } from "../../src/community/store-error.ts";
import type { Fact } from "../../src/observer.ts";
import type { Claims } from "../../src/store/claims.ts";
import { observeStore } from "../../src/store/observe-store.ts";
import type { StoreListener } from "../../src/store/store.ts";
import { openTestStore } from "../support/open-store.ts";

const claim = { guild: "1", event: "2" };

test("what is claimed is told with what the store does, and asks the store whether that is needed each time", async () => {
  let [isNeeded, isAway] = [false, false];
  const claims: Claims = {
    get isNeeded() {
      return isNeeded;
    },
    async claim() {
      if (isAway) throw new StoreError("unavailable");
      return { kind: "claimed" };
    },
    async release() {},
    async sweep() {},
  };
  const facts: Fact[] = [];
  const { store, health } = observeStore({ ...(await openTestStore()), claims }, (fact) => facts.push(fact));
  isNeeded = true;
  expect(store.claims?.isNeeded).toBe(true);
  expect(await store.claims?.claim(claim)).toEqual({ kind: "claimed" });
  isAway = true;
  await expect(store.claims?.claim(claim)).rejects.toThrow(StoreError);
  expect(facts.flatMap((fact) => (fact.kind === "stored" ? [[fact.operation, fact.result]] : []))).toEqual([
    ["claim", "ok"],
    ["claim", "unavailable"],
  ]);
  expect(health.isAway()).toBe(true);
});

test("a store without claims has none when it is observed, and none is needed", async () => {
  expect(observeStore(await openTestStore()).store.claims).toBeUndefined();
});

test("what becomes of jobs is told", async () => {
  const facts: Fact[] = [];
  const opened = await openTestStore();
  const { store } = observeStore(opened, (fact) => facts.push(fact));
  await store.jobs.take({ guild: "1", kind: "tend", id: "" }, { now: 0, until: 10 });
  await store.jobs.finish({ guild: "1", kind: "tend", id: "" });
  expect(facts).toEqual([
    { kind: "job", of: "tend", step: "taken" },
    { kind: "job", of: "tend", step: "finished" },
  ]);
});

test("a store is watched while it tells of changes", async () => {
  let told: StoreListener | undefined;
  const opened = await openTestStore();
  const { store, health } = observeStore({ ...opened, watch: (listener) => void (told = listener) });
  store.watch({ changed() {}, begin() {}, lose() {} });
  const seen = [health.isWatched()];
  told?.begin();
  seen.push(health.isWatched());
  told?.lose(new Error("gone"));
  seen.push(health.isWatched());
  expect(seen).toEqual([false, true, false]);
});
