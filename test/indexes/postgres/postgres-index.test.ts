import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import type { PostgresIndex } from "../../../src/indexes/postgres/postgres-index.ts";
import type { Fact } from "../../../src/observer.ts";
import { createMemoryBudget } from "../../../src/search/memory-budget.ts";
import { createSegmentedIndex } from "../../../src/search/segmented-index.ts";
import type { Segment } from "../../../src/search/segment.ts";
import { NotLoaded, whenLoaded } from "../../../src/text/not-loaded.ts";
import { parseChecked } from "../../support/parse.ts";
import { hasPostgres, query } from "../../support/postgres.ts";
import { startTcpProxy } from "../../support/tcp-proxy.ts";
import { anyName, dropAfterwards, indexed, keyOf, openIndexes, server, tables } from "./indexes.ts";

const tea = articleOf("tea", "# Tea\n\nGreen tea grows in Hangzhou.\n\nBlack tea grows in Qimen.");
const ferry = articleOf("ferry", "# Ferry\n\nThe ferry leaves at nine. Tea is served.");
const coffee = articleOf("coffee", "# 咖啡\n\n咖啡出产在云南。");
const all = [tea, ferry, coffee];

describe.skipIf(!hasPostgres)("the index of a library in PostgreSQL", () => {
  dropAfterwards();

  test("is there for whoever opens it again", async () => {
    const name = anyName();
    await add(await openIndexes().open(name), all);
    const segment = await (await openIndexes().open(name)).segment();
    expect(await idsWith(segment, "tea")).toEqual(["tea", "ferry"]);
  });

  test("tells whether postings were kept, once for what had to be read", async () => {
    const looks: Fact[] = [];
    const index = await openIndexes({ observe: (fact) => looks.push(fact) }).open(anyName());
    await add(index, all);
    const segment = await index.segment();
    expect(segment.stored).toEqual({ kind: "postgres" });
    await idsWith(segment, "tea");
    await idsWith(segment, "tea");
    expect(looks).toEqual([false, true].map((isHit) => ({ kind: "looked", cache: "postings", isHit })));
  });

  test("passes over what is there already", async () => {
    const index = await openIndexes().open(anyName());
    await add(index, [tea, tea]);
    await add(index, [ferry, tea]);
    expect((await index.segment()).articles.map(({ article }) => article.id)).toEqual(["tea", "ferry"]);
  });

  test("is added to by several processes at once", async () => {
    const name = anyName();
    const [one, other] = [await openIndexes().open(name), await openIndexes().open(name)];
    await Promise.all([add(one, [tea, ferry]), add(other, [coffee, ferry])]);
    for (const index of [one, other]) {
      const segment = await index.segment();
      expect(segment.articles.map(({ article }) => article.id).toSorted()).toEqual(["coffee", "ferry", "tea"]);
      expect(countOf(segment, "tea")).toBe(3);
    }
  });

  test("tells other processes of a change", async () => {
    const name = anyName();
    const [indexes, own] = [openIndexes(), openIndexes()];
    const index = await indexes.open(name);
    expect((await index.segment()).passages).toBe(0);
    const { promise, resolve } = Promise.withResolvers<string>();
    onTestFinished(indexes.onChange(resolve));
    await add(await own.open(name), [tea]);
    expect(await promise).toBe(name);
    expect(await idsWith(await index.segment(), "tea")).toEqual(["tea"]);
  });

  test("gives the same segment until something changes, and the same articles after that", async () => {
    const index = await openIndexes().open(anyName());
    await add(index, [tea]);
    const first = await index.segment();
    expect(await index.segment()).toBe(first);
    await add(index, [ferry]);
    const next = await index.segment();
    expect(next.articles[0]?.article).toBe(first.articles[0]?.article);
  });

  test("counts only the articles that a process has", async () => {
    const name = anyName();
    const index = await openIndexes().open(name);
    await add(await openIndexes().open(name), [tea, ferry]);
    const wanted = new Set([ferry, coffee].map(keyOf));
    const before = await index.segment(wanted);
    expect([before.passages, countOf(before, "tea"), before.vocabulary.numberOf("qimen")]).toEqual([1, 1, -1]);
    expect(await idsWith(before, "tea")).toEqual(["ferry"]);
    await add(await openIndexes().open(name), [coffee]);
    const after = await index.segment(wanted);
    expect(after.articles.map(({ article }) => article.id)).toEqual(["ferry", "coffee"]);
    const whole = await index.segment();
    expect([whole.passages, countOf(whole, "tea")]).toEqual([4, 3]);
    expect(await idsWith(whole, "tea")).toEqual(["tea", "ferry"]);
  });

  test("goes on with what is left where something that did not count was removed", async () => {
    const name = anyName();
    const [index, other] = [await openIndexes().open(name), await openIndexes().open(name)];
    await add(other, all);
    await index.segment(new Set([keyOf(ferry)]));
    await other.change((writer) => writer.remove([keyOf(tea)]));
    const segment = await index.segment();
    expect([segment.passages, countOf(segment, "tea")]).toEqual([2, 1]);
  });

  test("joins what small changes leave, and goes on where it had read them", async () => {
    const name = anyName();
    const [index, other] = [await openIndexes().open(name), await openIndexes().open(name)];
    for (let nth = 0; nth < 17; nth += 1) await add(index, [articleOf(`a${nth}`, `# A${nth}\n\nTea number x${nth}y.`)]);
    const read = await other.segment();
    const number = await numberOf(name);
    await query(`update ${tables}.parts set made = now() - interval '1 day' where library = ${number}`);
    await add(index, [tea]);
    expect(await query(`select count(*)::integer as count from ${tables}.parts where library = ${number}`)).toEqual([
      { count: 2 },
    ]);
    expect(countOf(read, "tea")).toBe(17);
    for (const each of [index, other, await openIndexes().open(name)]) {
      const segment = await each.segment();
      expect([countOf(segment, "tea"), countOf(segment, "x16y")]).toEqual([19, 1]);
    }
  });

  test("asks for all lacking words, and for all lacking articles, in one statement each", async () => {
    const index = await openIndexes().open(anyName());
    await add(index, all);
    const segmented = createSegmentedIndex([await index.segment()]);
    let rounds = 0;
    const asked = () => {
      const hits = segmented.search(
        ["tea", "grow", "ferri"].map((text) => ({ text, weight: 1 })),
        9,
      );
      return hits.map(({ article }) => article.text.length);
    };
    for (;;) {
      try {
        expect(asked().length).toBe(3);
        break;
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        rounds += 1;
        await error.load();
      }
    }
    // One for the words, and one for each of the two articles, which are looked at one after the other here.
    expect(rounds).toBe(3);
  });

  test("brings again what memory had no room for", async () => {
    const index = await openIndexes({ budget: createMemoryBudget(1) }).open(anyName());
    await add(index, all);
    const segment = await index.segment();
    for (const _ of [1, 2, 3]) {
      expect(await idsWith(segment, "tea")).toEqual(["tea", "ferry"]);
      for (const [at, { article }] of segment.articles.entries()) {
        expect(await whenLoaded(() => article.text)).toBe(all[at]?.text);
      }
    }
  });

  test("answers from memory while the server is away, and from the server when it is back", async () => {
    const { url, proxy } = await throughProxy();
    const index = await openIndexes({ url }).open(anyName());
    await add(index, all);
    const segment = await index.segment();
    expect(await idsWith(segment, "ferri")).toEqual(["ferry"]);
    await proxy.goAway();
    expect(await idsWith(segment, "ferri")).toEqual(["ferry"]);
    await expect(idsWith(segment, "tea")).rejects.toMatchObject({ problem: "unavailable" });
    await expect(index.segment()).rejects.toMatchObject({ problem: "unavailable" });
    await proxy.comeBack();
    expect(await idsWith(segment, "tea")).toEqual(["tea", "ferry"]);
    expect((await index.segment()).passages).toBe(4);
  });

  test.for(["insert into", "commit", "gin_clean"])("is whole where the server is lost behind %s", async (words) => {
    const { url, proxy } = await throughProxy();
    const name = anyName();
    const index = await openIndexes({ url }).open(name);
    await add(index, [tea]);
    proxy.cutAfter(words);
    await expect(add(index, [ferry])).rejects.toMatchObject({ problem: "unavailable" });
    await add(index, [ferry, coffee]);
    for (const each of [index, await openIndexes().open(name)]) {
      const segment = await each.segment();
      expect(segment.articles.map(({ article }) => article.id)).toEqual(["tea", "ferry", "coffee"]);
      expect([segment.passages, countOf(segment, "tea")]).toEqual([4, 3]);
      expect(await idsWith(segment, "tea")).toEqual(["tea", "ferry"]);
    }
  });

  test("stops waiting for another process when it is called off", async () => {
    const name = anyName();
    const [one, other] = [await openIndexes().open(name), await openIndexes().open(name)];
    const calling = new AbortController();
    await one.change(async () => {
      const waiting = other.change(async () => "changed", calling.signal);
      calling.abort(new Error("called off"));
      await expect(waiting).rejects.toThrow("called off");
    });
    expect(await other.change(async () => "changed")).toBe("changed");
  });

  test("of another version of the program lies beside, and goes when nobody has used it for days", async () => {
    const name = anyName();
    const [old, now] = [openIndexes({ fingerprint: "old" }), openIndexes({ fingerprint: "new" })];
    await add(await old.open(name), [tea]);
    await add(await now.open(name), [tea, ferry]);
    expect((await (await old.open(name)).segment()).passages).toBe(2);
    await query(`update ${tables}.libraries set seen = now() - interval '8 days' where name = '${name}'`);
    await now.sweep();
    expect(await query(`select fingerprint from ${tables}.libraries where name = '${name}'`)).toEqual([
      { fingerprint: "new" },
    ]);
    expect((await (await now.open(name)).segment()).passages).toBe(3);
    await now.drop(name);
    expect(await query(`select 1 from ${tables}.libraries where name = '${name}'`)).toEqual([]);
  });

  test("loses a damaged article alone until it is added again", async () => {
    const index = await openIndexes().open(anyName());
    await add(index, all);
    await query(`update ${tables}.articles set packed = '\\x00' where key = '${keyOf(ferry)}'`);
    const segment = await index.segment();
    await expect(whenLoaded(() => segment.articles[1]?.article.text)).rejects.toMatchObject({ problem: "unavailable" });
    expect(await whenLoaded(() => segment.articles[0]?.article.text)).toBe(tea.text);
    expect([...index.damaged]).toEqual([keyOf(ferry)]);
    await add(index, all);
    expect([...index.damaged]).toEqual([]);
    const mended = await index.segment();
    expect(mended.articles.map(({ article }) => article.id)).toEqual(["tea", "coffee", "ferry"]);
    expect(await whenLoaded(() => mended.articles[2]?.article.text)).toBe(ferry.text);
    expect(countOf(mended, "tea")).toBe(3);
  });

  test.for(["head = 'no JSON'", "lengths = '\\x00'"])("leaves out an article whose %s", async (damage) => {
    const name = anyName();
    await add(await openIndexes().open(name), all);
    await query(
      `update ${tables}.articles set ${damage} where key = '${keyOf(ferry)}' and library = ${await numberOf(name)}`,
    );
    const index = await openIndexes().open(name);
    expect((await index.segment()).articles.map(({ article }) => article.id)).toEqual(["tea", "coffee"]);
    await add(index, all);
    expect((await index.segment()).articles.map(({ article }) => article.id)).toEqual(["tea", "coffee", "ferry"]);
  });

  test("forgets articles that no process has used for days", async () => {
    const name = anyName();
    const index = await openIndexes().open(name);
    await add(index, all);
    await query(`update ${tables}.articles set seen = seen - 8 where library = ${await numberOf(name)}`);
    await index.change((writer) => writer.keep([keyOf(tea)]));
    const segment = await index.segment();
    expect([segment.articles.map(({ article }) => article.id), countOf(segment, "tea")]).toEqual([["tea"], 2]);
  });

  test("begins anew where what is known of its words is damaged", async () => {
    const name = anyName();
    const first = await openIndexes().open(name);
    await add(first, all);
    await first.segment();
    await query(`update ${tables}.parts set part = '\\x00' where library = ${await numberOf(name)}`);
    const index = await openIndexes().open(name);
    await expect(index.segment()).rejects.toThrow(/^the index numbered \d+ is damaged$/u);
    await add(index, [tea, ferry]);
    for (const each of [index, first]) {
      const segment = await each.segment();
      expect([segment.passages, countOf(segment, "tea")]).toEqual([3, 3]);
      expect(await idsWith(segment, "tea")).toEqual(["tea", "ferry"]);
    }
  });

  test("touches no part of a table that holds other libraries", async () => {
    const indexes = openIndexes();
    const name = anyName();
    await indexes.open(name);
    const own = await partOf(await numberOf(name));
    const others = await query(
      `select relid::text as name from unnest(array['articles', 'parts', 'passages']) as name,
         pg_partition_tree(('${tables}.' || name)::regclass) where isleaf and relid::text !~ '_${own}$'`,
    );
    expect(others).toHaveLength(45);
    const holding = new pg.Client({ connectionString: server });
    await holding.connect();
    onTestFinished(() => holding.end());
    await holding.query(`begin; lock table ${others.map((row) => row["name"]).join(", ")} in access exclusive mode`);
    const index = await indexes.open(name);
    for (const article of all) await add(index, [article]);
    const segment = await index.segment();
    for (const term of ["tea", "ferri", "grow", "咖啡"]) expect(await idsWith(segment, term)).not.toEqual([]);
    for (const { article } of segment.articles) expect(await whenLoaded(() => article.text)).not.toBe("");
    await index.change((writer) => writer.remove([keyOf(tea)]));
    expect((await index.segment(new Set([keyOf(ferry)]))).passages).toBe(1);
    await indexes.drop(name);
  });
});

function articleOf(id: string, text: string) {
  return parseChecked(text, { metadata: { id } });
}

async function add(index: PostgresIndex, articles: readonly ReturnType<typeof articleOf>[]): Promise<void> {
  await index.change((writer) => writer.add(articles.map(indexed)));
}

function countOf({ vocabulary }: Segment, term: string): number {
  return vocabulary.textCount(vocabulary.numberOf(term));
}

/** The articles that have a term, in the order of their passages. */
async function idsWith(segment: Segment, term: string): Promise<readonly string[]> {
  const [found] = await whenLoaded(() => segment.postings([segment.vocabulary.numberOf(term)]));
  const ids = Array.from(found?.text.places ?? [], (place) => {
    const placed = segment.articles.find(({ first, passages }) => place >= first && place < first + passages);
    return placed?.article.id ?? "of nobody";
  });
  return [...new Set(ids)];
}

async function numberOf(name: string): Promise<number> {
  const [row] = await query(`select number from ${tables}.libraries where name = '${name}'`);
  return Number(row?.["number"]);
}

/** Which of the parts of the tables holds a library. */
async function partOf(library: number): Promise<number> {
  const parts = await query(
    `select part from generate_series(0, 15) as part
     where satisfies_hash_partition('${tables}.passages'::regclass, 16, part, ${library})`,
  );
  expect(parts).toHaveLength(1);
  return Number(parts[0]?.["part"]);
}

async function throughProxy() {
  const address = new URL(server);
  const proxy = await startTcpProxy(address.hostname, Number(address.port));
  address.port = String(proxy.port);
  return { url: address.href, proxy };
}
