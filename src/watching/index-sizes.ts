import type { HeldServers } from "../guilds/create-guilds.ts";
import type { Prepared } from "../preparing/prepared.ts";
import { buffersOf } from "../search/index-data.ts";
import type { Segment, StoredAt } from "../search/segment.ts";
import type { IndexSize } from "./metrics.ts";

/** How large the indexes are, by where they lie: everybody's, which do not change, and those of the servers that are open. */
export function sizesOfIndexes(everybodys: Prepared, servers?: () => HeldServers): () => readonly IndexSize[] {
  const { segments = [] } = everybodys.indexed;
  const known = sizeInMemory(everybodys);
  return () => {
    const held = servers?.() ?? { articles: 0, passages: 0, bytes: 0, segments: [] };
    const stored = Map.groupBy([...segments, ...held.segments], (segment) => segment.stored?.kind ?? "memory");
    const inMemory = [known, held, ...(stored.get("memory") ?? []).map(sizeOf)];
    return [
      { kind: "memory", ...sum(inMemory) },
      ...storedKinds.flatMap((kind) => {
        const those = stored.get(kind);
        return those ? [{ kind, ...sum(those.map(sizeOf)) }] : [];
      }),
    ];
  };
}

type Size = Omit<IndexSize, "kind">;

const storedKinds: readonly StoredAt["kind"][] = ["fts5", "postgres"];

function sizeInMemory({ articles, indexed: { articles: indexed, whole, segments = [] } }: Prepared): Size {
  const known = [...indexed.values()];
  const elsewhere = segments.reduce((count, segment) => count + segment.articles.length, 0);
  const data = [...known.map((each) => each.data), ...(whole ? [whole.data] : [])];
  return {
    articles: articles.length - elsewhere,
    passages: known.reduce((count, each) => count + each.passages.length, 0),
    bytes: data.flatMap(buffersOf).reduce((count, { byteLength }) => count + byteLength, 0),
  };
}

function sizeOf({ articles, passages, stored }: Segment): Size {
  return { articles: articles.length, passages, bytes: stored?.bytes };
}

/** Bytes are known of all or of none that lie in one place. */
function sum(sizes: readonly Size[]): Size {
  return sizes.reduce((all, each) => ({
    articles: all.articles + each.articles,
    passages: all.passages + each.passages,
    bytes: add(all.bytes, each.bytes),
  }));
}

function add(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);
}
