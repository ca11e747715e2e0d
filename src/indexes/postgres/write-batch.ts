import { z } from "zod";
import { MOST_WITH_CHARACTERS } from "../../search/index-data.ts";
import { writeHead } from "./article-head.ts";
import { packLengths } from "./article-rows.ts";
import { writeKeys } from "./keys.ts";
import type { Batch, BatchArticle } from "./make-batch.ts";
import { TABLES } from "./layout.ts";
import { noRow, type Query } from "./search-connection.ts";
import { packPart, sizeOf, takeAway, unpackPart, type VocabularyPart, joinParts } from "./vocabulary-part.ts";

/** What changes are written to. */
export interface WrittenTo {
  readonly query: Query;
  readonly schema: string;
  readonly library: number;
}

const stateSchema = z.object({ generation: z.number(), places: z.number(), passages: z.number() });
type State = z.infer<typeof stateSchema>;

/** Writes some articles behind all others, or nothing. */
export async function writeBatch(to: WrittenTo, { articles, part }: Batch): Promise<void> {
  await inTransaction(to, async () => {
    const state = await readState(to);
    let place = state.places;
    for (const article of articles) {
      await writeArticle(to, article, place);
      place += article.tokens.length;
    }
    await writePassages(to, articles, state.places);
    const added = place - state.places;
    await finish(to, { ...state, places: place, passages: state.passages + added }, part);
  });
  await sortIn(to);
}

/** Removes articles with all that is known of them. */
export async function removeArticles(to: WrittenTo, keys: readonly string[]): Promise<void> {
  const { query, schema, library } = to;
  await inTransaction(to, async () => {
    const removed = await query(removedSchema, {
      text: `delete from ${schema}.articles where library = $1::integer and key = any($2::text[]) returning first, passages, counts`,
      values: [library, keys],
    });
    if (removed.length === 0) return;
    await query(noRow, {
      text: `
        delete from ${schema}.passages using unnest($2::integer[], $3::integer[]) as gone(first, passages)
        where library = $1::integer and place >= gone.first and place < gone.first + gone.passages`,
      values: [library, removed.map(({ first }) => first), removed.map(({ passages }) => passages)],
    });
    const state = await readState(to);
    const passages = state.passages - removed.reduce((sum, each) => sum + each.passages, 0);
    const part = joinParts(removed.map(({ counts }) => takeAway(unpackPart(counts))));
    await finish(to, { ...state, passages }, part);
  });
}

/** Forgets all articles of a library, damaged as they may be. */
export async function beginAnew(to: WrittenTo): Promise<void> {
  const { query, schema, library } = to;
  await inTransaction(to, async () => {
    for (const table of TABLES) {
      await query(noRow, { text: `delete from ${schema}.${table} where library = $1::integer`, values: [library] });
    }
    await query(noRow, {
      text: `
        update ${schema}.libraries set generation = generation + 1, places = 0, passages = 0, has_characters = true
        where number = $1::integer`,
      values: [library],
    });
  });
}

/** Articles of a folder that some process still has, or of a version that somebody may go back to, stay so long. */
const UNUSED = "7 days";

const keySchema = z.object({ key: z.string() });

/** Notes that articles are in use, and tells which of the others have not been for days. */
export async function noteUse(
  { query, schema, library }: WrittenTo,
  keys: readonly string[],
): Promise<readonly string[]> {
  await query(noRow, {
    text: `
      update ${schema}.articles set seen = current_date
      where library = $1::integer and key = any($2::text[]) and seen < current_date`,
    values: [library, keys],
  });
  const unused = await query(keySchema, {
    text: `
      select key from ${schema}.articles
      where library = $1::integer and seen < current_date - interval '${UNUSED}'`,
    values: [library],
  });
  return unused.map(({ key }) => key);
}

const removedSchema = z.object({ first: z.number(), passages: z.number(), counts: z.instanceof(Uint8Array) });

async function inTransaction(to: WrittenTo, work: () => Promise<void>): Promise<void> {
  await to.query(noRow, { text: "begin" });
  try {
    await work();
    await to.query(noRow, { text: "commit" });
  } catch (error) {
    await to.query(noRow, { text: "rollback" }).catch(() => {});
    throw error;
  }
}

async function readState({ query, schema, library }: WrittenTo): Promise<State> {
  const [state] = await query(stateSchema, {
    text: `select generation, places, passages from ${schema}.libraries where number = $1::integer for update`,
    values: [library],
  });
  if (!state) throw new Error(`library ${library} was dropped while it was written to`);
  return state;
}

async function finish(to: WrittenTo, { generation, places, passages }: State, part: VocabularyPart): Promise<void> {
  const { query, schema, library } = to;
  await query(noRow, {
    text: `insert into ${schema}.parts (library, generation, since, size, part) values ($1, $2, $3, $4, $5)`,
    values: [library, generation + 1, generation, sizeOf(part), packPart(part)],
  });
  await query(noRow, {
    text: `
      update ${schema}.libraries set generation = $2, places = $3, passages = $4,
        has_characters = has_characters and $4 <= ${MOST_WITH_CHARACTERS}
      where number = $1`,
    values: [library, generation + 1, places, passages],
  });
}

async function writeArticle(to: WrittenTo, article: BatchArticle, first: number): Promise<void> {
  const { key, head, packed } = article.indexed;
  const { query, schema, library } = to;
  await query(noRow, {
    name: "write-article",
    text: `
      insert into ${schema}.articles (library, key, head, packed, first, passages, lengths, counts)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      library,
      key,
      writeHead(head),
      Buffer.from(packed),
      first,
      article.tokens.length,
      packLengths(article.lengths),
      packPart(article.counts),
    ],
  });
}

/** So many passages are written in one statement: some five megabytes. */
const PASSAGES_AT_ONCE = 5000;

async function writePassages(
  { query, schema, library }: WrittenTo,
  articles: readonly BatchArticle[],
  first: number,
): Promise<void> {
  const passages = articles.flatMap(({ tokens }) => tokens);
  for (let from = 0; from < passages.length; from += PASSAGES_AT_ONCE) {
    const some = passages.slice(from, from + PASSAGES_AT_ONCE);
    let end = 0;
    const ends = some.map(({ length }) => (end += length));
    await query(noRow, {
      name: "write-passages",
      // All keys come in one array, of which each passage gets its stretch.
      text: `
        insert into ${schema}.passages (library, place, keys)
        select $1::integer, $2::integer + nth - 1, ($3::bigint[])[coalesce(($4::integer[])[nth - 1], 0) + 1 : ($4::integer[])[nth]]
        from generate_series(1, array_length($4::integer[], 1)) as nth`,
      values: [library, first + from, writeKeys(library, some.flat()), ends],
    });
  }
}

const indexSchema = z.object({ name: z.string() });

/** What was added waits in a list that everybody who searches looks through: it is put where it belongs at once. */
async function sortIn({ query, schema, library }: WrittenTo): Promise<void> {
  const [index] = await query(indexSchema, {
    text: `
      select pg_index.indexrelid::regclass::text as name
      from pg_index join pg_inherits on pg_inherits.inhrelid = pg_index.indexrelid
      where pg_inherits.inhparent = '${schema}.passages_by_key'::regclass
        and pg_index.indrelid = (select tableoid from ${schema}.passages where library = $1::integer limit 1)`,
    values: [library],
  });
  if (index) await query(noRow, { text: "select gin_clean_pending_list($1::regclass)", values: [index.name] });
}
