import { z } from "zod";
import { MOST_COUNTED, type Placed, type TermPostings } from "../../search/segment.ts";
import { type Key, keysOf, readPlaces, writeKeys } from "./keys.ts";
import type { SearchConnection } from "./search-connection.ts";

export interface AskedTerm {
  readonly term: number;
  /** Which kinds of keys it has. */
  readonly kinds: number;
}

const listSchema = z.object({ nth: z.number(), places: z.instanceof(Uint8Array) });

/** Reads where some terms stand, in one statement; of single ideographs only where they are to be counted. */
export async function readPostings(
  connection: SearchConnection,
  library: number,
  asked: readonly AskedTerm[],
): Promise<ReadonlyMap<number, TermPostings>> {
  const keys = asked.flatMap(({ term, kinds }) => [...keysOf(term, kinds)]);
  const rows =
    keys.length === 0
      ? []
      : await connection.read(listSchema, {
          name: "postings",
          text: `
      select asked.nth::integer as nth, found.places
      from unnest($2::bigint[]) with ordinality as asked(key, nth),
        lateral (
          select string_agg(int4send(place), ''::bytea) as places
          from ${connection.schema}.passages
          where library = $1::integer and keys @> array[asked.key]
        ) as found
      where found.places is not null`,
          values: [
            library,
            writeKeys(
              library,
              keys.map(({ token }) => token),
            ),
          ],
        });
  const lists = rows.flatMap(({ nth, places }) => {
    const key = keys[nth - 1];
    return key ? [{ ...key, places: readPlaces(places) }] : [];
  });
  const byTerm = Map.groupBy(lists, ({ term }) => term);
  return new Map(asked.map(({ term }) => [term, joinLists(byTerm.get(term) ?? [])]));
}

interface List extends Key {
  readonly places: Uint32Array;
}

function joinLists(lists: readonly List[]): TermPostings {
  const isHeading = ({ field }: List): boolean => field === "headings";
  return { text: join(lists.filter((list) => !isHeading(list))), headings: join(lists.filter(isHeading)) };
}

/** A term may stand in a passage as a word and as a single ideograph: then it stands there so often in all. */
function join(lists: readonly List[]): Placed {
  const [only, another] = lists;
  if (!only) return { places: new Uint32Array(), counts: new Uint8Array() };
  if (!another) return { places: only.places, counts: new Uint8Array(only.places.length).fill(only.count) };
  const { sorted, length } = sortLists(lists);
  const [places, counts] = [new Uint32Array(length), new Uint8Array(length)];
  let last = -1;
  for (const both of sorted) {
    const [place, count] = [Math.floor(both / COUNTS), both % COUNTS];
    if (places[last] !== place || last < 0) last += 1;
    places[last] = place;
    counts[last] = Math.min((counts[last] ?? 0) + count, MOST_COUNTED);
  }
  return { places: places.subarray(0, last + 1), counts: counts.subarray(0, last + 1) };
}

/** A place and a count are one number, which sorts a hundred times faster than a pair. */
function sortLists(lists: readonly List[]): { readonly sorted: Float64Array; readonly length: number } {
  const length = lists.reduce((sum, { places }) => sum + places.length, 0);
  const sorted = new Float64Array(length);
  let at = 0;
  for (const { places, count } of lists) {
    for (const place of places) {
      sorted[at] = place * COUNTS + count;
      at += 1;
    }
  }
  return { sorted: sorted.toSorted(), length };
}

const COUNTS = 8;
