import { describe } from "vitest";
import { describeSegments } from "../../search/segment-contract.ts";
import { index, keyOf, openOf, temporaryFile, writerOf } from "./index-on-disk.ts";

describe("a segment in a file", () => {
  describeSegments(async (articles) => {
    const file = temporaryFile();
    const writer = writerOf(file);
    writer.add(articles.map(index));
    writer.finish();
    const opened = openOf(file);
    return {
      segment: opened.segment,
      remove(ids) {
        writer.remove(articles.filter(({ id }) => ids.includes(id)).map(keyOf));
        opened.refresh();
        return Promise.resolve(opened.segment);
      },
    };
  });
});
