import { z } from "zod";

/** Which of all shards this process runs; `auto` leaves both to Discord. */
export type Shards = "auto" | { readonly ids: readonly number[]; readonly count: number };

/** An id of Discord's. */
export const snowflake = z.string().regex(/^\d{17,20}$/u, "expected an id of 17 to 20 digits");

/** Whether an address is one of a PostgreSQL server, written as its driver reads it. */
export function isPostgresAddress(text: string): boolean {
  const address = URL.parse(text);
  if (!address || !/^postgres(?:ql)?:$/u.test(address.protocol)) return false;
  // A password with such signs in it was cut there, and the rest of it would be shown as a host or a database.
  if (/@/u.test(address.pathname + address.hash)) return false;
  // A percent sign that stands for itself is one that the driver trips over.
  return !/%(?![\da-f]{2})/iu.test(text);
}

/**
 * Reads `auto`, `16` (all sixteen), `0-3/16`, `0,5,7/16` or `0of4/16` (the first of four parts); ids and count are those of
 * Discord's sharding.
 */
export function readShards(text: string, context: z.RefinementCtx<string>): Shards {
  if (text === "auto") return "auto";
  const [, list, total = ""] = /^(?:(\d{1,5}of\d{1,5}|[\d,-]+)\/)?(\d{1,5})$/u.exec(text) ?? [];
  const count = Number(total);
  const ids = list?.includes("of") ? readPart(list, count) : (list ?? `0-${count - 1}`).split(",").flatMap(readRange);
  const isFit = count > 0 && ids.length > 0 && ids.every((id) => id < count) && new Set(ids).size === ids.length;
  if (isFit) return { ids, count };
  context.addIssue({ code: "custom", message: "expected auto, 16, 0-3/16, 0,5,7/16 or 0of4/16, each below the count" });
  return z.NEVER;
}

/** Gives the shards of one of several parts as equal as can be, counted from 0 as whatever starts processes by number counts them. */
function readPart(text: string, count: number): number[] {
  const [part = 0, parts = 0] = text.split("of").map(Number);
  if (part >= parts) return [];
  const [first, next] = [part, part + 1].map((at) => Math.floor((at * count) / parts));
  return first === next ? [] : readRange(`${first}-${Number(next) - 1}`);
}

function readRange(range: string): number[] {
  const [, from, to] = /^(\d{1,5})(?:-(\d{1,5}))?$/u.exec(range) ?? [];
  const [first, last] = [Number(from), Number(to ?? from)];
  // Infinity is below no count, so that a range which cannot be read is never fit.
  if (!(first <= last)) return [Infinity];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Reads ids separated by commas or spaces. */
export function readSnowflakes(text: string, context: z.RefinementCtx<string>): string[] {
  const ids = text.split(/[\s,]+/u).filter((id) => id !== "");
  if (ids.every((id) => snowflake.safeParse(id).success)) return ids;
  context.addIssue({ code: "custom", message: "expected ids of 17 to 20 digits, separated by commas" });
  return z.NEVER;
}

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number) {
  const expected = `expected a whole number from ${least} to ${most}`;
  return z.coerce.number({ error: expected }).int(expected).min(least, expected).max(most, expected);
}
