import type { HeldServers } from "../guilds/create-guilds.ts";
import type { Prepared } from "../preparing/prepared.ts";
import { buffersOf } from "../search/index-data.ts";
import type { IndexSize } from "./metrics.ts";

/** How large the indexes in memory are: everybody's, which do not change, and those of the servers that are open. */
export function sizesInMemory(
  { articles, indexed }: Prepared,
  servers?: () => HeldServers,
): () => readonly IndexSize[] {
  const known = [...indexed.articles.values()];
  const passages = known.reduce((sum, each) => sum + each.passages.length, 0);
  const data = [...known.map((each) => each.data), ...(indexed.whole ? [indexed.whole.data] : [])];
  const bytes = data.flatMap(buffersOf).reduce((sum, { byteLength }) => sum + byteLength, 0);
  return () => {
    const held = servers?.() ?? { articles: 0, passages: 0, bytes: 0 };
    return [
      {
        kind: "memory",
        articles: articles.length + held.articles,
        passages: passages + held.passages,
        bytes: bytes + held.bytes,
      },
    ];
  };
}
