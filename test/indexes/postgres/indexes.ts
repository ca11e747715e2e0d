import { createHash, randomUUID } from "node:crypto";
import { afterAll, onTestFinished } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { packArticle } from "../../../src/community/pack-article.ts";
import type { IndexedArticle } from "../../../src/indexes/indexed-article.ts";
import { headOf } from "../../../src/indexes/light-article.ts";
import { openPostgresIndexes, type PostgresIndexes } from "../../../src/indexes/postgres/open-postgres-indexes.ts";
import { buildIndexData } from "../../../src/search/build-index-data.ts";
import type { Observe } from "../../../src/observer.ts";
import { createMemoryBudget, type MemoryBudget } from "../../../src/search/memory-budget.ts";
import { passagesOf } from "../../../src/search/passage.ts";
import { analyse } from "../../support/analyse.ts";
import { ask } from "../../support/postgres.ts";

/** Where a file's tests keep their indexes: gone when they are through. */
const schema = `test_search_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
/** As the tables stand in the server. */
export const tables = `${schema}_1`;

export const server = process.env["TEST_DATABASE_URL"] ?? "";

export function dropAfterwards(): void {
  afterAll(() => ask(`drop schema if exists ${tables} cascade`));
}

interface Opening {
  readonly url?: string;
  readonly fingerprint?: string;
  readonly budget?: MemoryBudget;
  readonly observe?: Observe;
}

export function openIndexes({ url = server, fingerprint = "one", budget, observe }: Opening = {}): PostgresIndexes {
  const given = { url, fingerprint, budget: budget ?? createMemoryBudget(10_000_000), schema, observe };
  const indexes = openPostgresIndexes(given);
  onTestFinished(() => indexes.close());
  return indexes;
}

/** The name of a library that no other test has. */
export function anyName(): string {
  return randomUUID();
}

export function keyOf({ id, text }: Article): string {
  return createHash("sha256").update(`${id} ${text}`).digest("hex");
}

export function indexed(article: Article): IndexedArticle {
  const data = buildIndexData(passagesOf(article), analyse);
  return { key: keyOf(article), head: headOf(article), packed: packArticle(article), data };
}
