import { buildIndexData } from "../../src/search/build-index-data.ts";
import { memorySegment } from "../../src/search/memory-segment.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { analyse } from "../support/analyse.ts";
import { describeSegments } from "./segment-contract.ts";

describeSegments(async (articles) => {
  const open = (of: typeof articles) => {
    const passages = of.flatMap(passagesOf);
    return memorySegment(passages, buildIndexData(passages, analyse));
  };
  return {
    segment: open(articles),
    remove: async (ids) => open(articles.filter(({ id }) => !ids.includes(id))),
  };
});
