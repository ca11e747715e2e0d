import { z } from "zod";

/** Raised where a line changes its form; every older one is read. */
export const FORMAT = 1;

const text = z.string();
const count = z.int().nonnegative();

/** First of all lines, in whatever form the others are. */
export const firstLine = z.object({ backup: z.literal("yuanwen"), format: z.int().positive(), at: count });

/** The lines behind it: each names what stands before it. */
export const backupLine = z.union([
  z.strictObject({ guild: z.strictObject({ id: text, revision: count, left_at: count.nullable() }) }),
  z.strictObject({ content: z.strictObject({ sha256: text, packing: text, bytes: z.base64() }) }),
  z.strictObject({ record: z.strictObject({ guild: text, kind: text, key: text, value: text }) }),
  z.strictObject({
    change: z.strictObject({
      guild: text,
      id: text,
      revision: count,
      person: text,
      at: count,
      name: text,
      subject: text,
      writes: text,
    }),
  }),
  z.strictObject({ use: z.strictObject({ guild: text, sha256: text }) }),
  /** Last of all: how many lines stand before it, and the SHA-256 of them. */
  z.strictObject({ end: z.strictObject({ lines: count, sha256: text }) }),
]);
export type BackupLine = z.infer<typeof backupLine>;

/** How much of what stands in a backup. */
export interface BackupCounts {
  readonly guilds: number;
  readonly records: number;
  readonly changes: number;
  readonly contents: number;
}

/** A backup cannot be made or restored, for a reason that whoever asked for it can do something about. */
export class BackupError extends Error {}
