import { onTestFinished } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { createSchema, describePostgres } from "../support/postgres.ts";
import { describeStore } from "./contract.ts";

describePostgres("a store on a PostgreSQL server", () => {
  describeStore(async () => {
    const place = { url: await createSchema(), file: "" };
    const [store, other] = [await openStore(place), await openStore(place)];
    onTestFinished(async () => {
      await store.close();
      await other.close();
    });
    return { store, other };
  });
});
