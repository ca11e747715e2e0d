import { z } from "zod";
import { noRow } from "./search-connection.ts";
import { joinParts, packPart, sizeOf, unpackPart } from "./vocabulary-part.ts";
import type { WrittenTo } from "./write-batch.ts";

/** A larger part stays as it is: to write it again would take seconds. */
const SMALL = 100_000;
const MOST_SMALL = 16;

const rowSchema = z.object({ generation: z.number(), since: z.number(), size: z.number(), isOld: z.boolean() });
const partSchema = z.object({ part: z.instanceof(Uint8Array) });

/**
 * Joins what many small changes have left, so that a library is opened in few steps. What was written in the last minutes is left
 * alone: other processes have not read it yet, and what was joined they could not go on with.
 */
export async function joinSmallParts({ query, schema, library }: WrittenTo): Promise<void> {
  const rows = await query(rowSchema, {
    text: `
      select generation, since, size, made < now() - interval '2 minutes' as "isOld"
      from ${schema}.parts where library = $1::integer order by generation`,
    values: [library],
  });
  const run = lastRun(rows, ({ size, isOld }) => isOld && size < SMALL);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || run.length < MOST_SMALL) return;
  const within = [library, first.generation, last.generation];
  const where = "library = $1::integer and generation between $2::integer and $3::integer";
  const packed = await query(partSchema, {
    text: `select part from ${schema}.parts where ${where} order by generation`,
    values: within,
  });
  const part = joinParts(packed.map((each) => unpackPart(each.part)));
  await query(noRow, {
    text: `
      with gone as (delete from ${schema}.parts where ${where} and generation < $3::integer)
      update ${schema}.parts set since = $4, size = $5, part = $6 where library = $1::integer and generation = $3::integer`,
    values: [...within, first.since, sizeOf(part), packPart(part)],
  });
}

/** The last items that follow one another and are such. */
function lastRun<Item>(items: readonly Item[], isSuch: (item: Item) => boolean): readonly Item[] {
  const end = items.findLastIndex(isSuch) + 1;
  const begin = items.slice(0, end).findLastIndex((item) => !isSuch(item)) + 1;
  return items.slice(begin, end);
}
