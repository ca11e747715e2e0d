import { describe } from "vitest";
import { describeSegments } from "../../search/segment-contract.ts";
import { hasPostgres } from "../../support/postgres.ts";
import { anyName, dropAfterwards, indexed, keyOf, openIndexes } from "./indexes.ts";

describe.skipIf(!hasPostgres)("a segment in PostgreSQL", () => {
  dropAfterwards();
  describeSegments(async (articles) => {
    const index = await openIndexes().open(anyName());
    await index.change((writer) => writer.add(articles.map(indexed)));
    return {
      segment: await index.segment(),
      async remove(ids) {
        const gone = articles.filter(({ id }) => ids.includes(id)).map(keyOf);
        await index.change((writer) => writer.remove(gone));
        return index.segment();
      },
    };
  });
});
