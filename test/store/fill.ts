import { StoreError } from "../../src/community/store-error.ts";
import { openStore } from "../../src/store/open-store.ts";
import { change, write } from "./changes.ts";

/** Fills a store until that cannot be: prints each change that was confirmed, and then why it ended. */
const store = await openStore({ file: process.argv[2] ?? "" });
try {
  for (let revision = 0; ; revision += 1) {
    await store.change(change({ id: `${revision}`, revision, writes: [write(`${revision}`, "x".repeat(20_000))] }));
    process.stdout.write(`${revision}\n`);
  }
} catch (error) {
  process.stdout.write(`${error instanceof StoreError ? error.problem : String(error)}\n`);
}
