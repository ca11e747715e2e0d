import type { GuildState } from "./guild-state.ts";
import type { VersionRecord } from "./records.ts";

/** Counts the bytes of all files that a server keeps; a file that is kept twice counts once. */
export function keptBytes({ article, draft }: Pick<GuildState, "article" | "draft">): number {
  const versions = [
    ...[...article.values()].flatMap((record) => record.versions),
    ...[...draft.values()].map(({ version }) => version),
  ];
  const files = new Map(versions.map(({ original, bytes }: VersionRecord) => [original, bytes]));
  return [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
}
