/** The ways to find candidates that can be measured. */
export const indexNames = ["minisearch", "segments", "fts5", "postgres"] as const;
export type IndexName = (typeof indexNames)[number];
