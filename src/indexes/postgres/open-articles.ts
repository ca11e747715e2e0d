import { z } from "zod";
import type { Article } from "../../article/article.ts";
import { StoreError } from "../../community/store-error.ts";
import { unpackArticle } from "../../community/pack-article.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import { NotLoaded } from "../../text/not-loaded.ts";
import { type ArticleHead, createLightArticle, type LightArticle } from "../light-article.ts";
import type { SearchConnection } from "./search-connection.ts";

export interface OpenArticles {
  /** Makes an article that is brought when it is first looked at. */
  light(key: string, head: ArticleHead): LightArticle;
}

export interface OpeningArticles {
  readonly connection: SearchConnection;
  readonly library: number;
  readonly budget: MemoryBudget;
  /** Hears of articles that are there and cannot be opened. */
  readonly onDamaged: (key: string) => void;
}

const packedSchema = z.object({ key: z.string(), packed: z.instanceof(Uint8Array) });

/** Opens articles of a library: all that are asked for in one moment are brought together. */
export function createOpenArticles(opening: OpeningArticles): OpenArticles {
  const { budget } = opening;
  /** Brought, but not looked at yet. */
  const brought = new Map<string, { readonly article: Article; readonly take: () => void }>();
  const bring = gather((keys) => readArticles(opening, keys));

  async function load(key: string): Promise<void> {
    const article = (await bring(key)).get(key);
    if (!article) throw new StoreError("unavailable", new Error(`article ${key.slice(0, 12)} is not there or damaged`));
    const holding = budget.hold(UNPACKED * article.text.length, () => brought.delete(key));
    brought.get(key)?.take();
    brought.set(key, { article, take: () => holding.release() });
  }

  return {
    light: (key, head) =>
      createLightArticle({
        head,
        budget,
        open() {
          const found = brought.get(key);
          if (!found) throw new NotLoaded(() => load(key));
          brought.delete(key);
          found.take();
          return found.article;
        },
      }),
  };
}

/** About how many bytes a letter takes in an opened article, with all that is known of it. */
const UNPACKED = 6;

async function readArticles(opening: OpeningArticles, keys: readonly string[]): Promise<ReadonlyMap<string, Article>> {
  const { connection, library, onDamaged } = opening;
  const rows = await connection.read(packedSchema, {
    name: "articles",
    text: `select key, packed from ${connection.schema}.articles where library = $1::integer and key = any($2::text[])`,
    values: [library, keys],
  });
  const opened = rows.flatMap(({ key, packed }) => {
    try {
      return [[key, unpackArticle(packed)] as const];
    } catch {
      onDamaged(key);
      return [];
    }
  });
  return new Map(opened);
}

/** Makes one call of all that is asked for until the event loop turns. */
function gather<Made>(act: (keys: readonly string[]) => Promise<Made>): (key: string) => Promise<Made> {
  let waiting: { readonly keys: Set<string>; readonly made: Promise<Made> } | undefined;
  return async (key) => {
    if (!waiting) {
      const keys = new Set<string>();
      const turned = new Promise((resolve) => setImmediate(resolve));
      const made = turned.then(async () => {
        waiting = undefined;
        return act([...keys]);
      });
      waiting = { keys, made };
    }
    waiting.keys.add(key);
    return waiting.made;
  };
}
