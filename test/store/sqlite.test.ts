import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, onTestFinished } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { describeStore } from "./contract.ts";

describe("a store in a SQLite file", () => {
  describeStore(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-store-"));
    const file = path.join(folder, "new", "store.db");
    const [store, other] = [await openStore({ file }), await openStore({ file })];
    onTestFinished(async () => {
      await store.close();
      await other.close();
      rmSync(folder, { recursive: true });
    });
    return { store, other };
  });
});
