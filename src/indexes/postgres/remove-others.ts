import { z } from "zod";
import type { PostgresIndex } from "./postgres-index.ts";
import type { SearchConnection } from "./search-connection.ts";

const foundSchema = z.object({ number: z.number() });

/** Gives the number of a library that holds other articles, too. */
export async function findOthers(
  connection: SearchConnection,
  { name, fingerprint, keys }: Record<"name" | "fingerprint", string> & { readonly keys: readonly string[] },
): Promise<number | undefined> {
  const { schema } = connection;
  const [found] = await connection.read(foundSchema, {
    text: `
      select number from ${schema}.libraries where name = $1 and fingerprint = $2 and exists (
        select from ${schema}.articles where library = number and not key = any($3::text[]))`,
    values: [name, fingerprint, keys],
  });
  return found?.number;
}

/** In milliseconds: somebody else changes it, and what it holds may be another thing by then. */
const PATIENCE = 1000;

/** Removes all articles but these. */
export async function removeOthers(
  index: PostgresIndex,
  keys: ReadonlySet<string>,
  generation: number | undefined,
): Promise<void> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE);
  try {
    await index.change(async (writer) => {
      clearTimeout(timer);
      if (generation !== undefined && index.generation !== generation) return;
      await writer.remove([...writer.ids().keys()].filter((key) => !keys.has(key)));
    }, waiting.signal);
  } catch (error) {
    if (!waiting.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
}
