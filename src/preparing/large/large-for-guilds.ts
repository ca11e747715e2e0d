import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { LargeLibraries, NamedArticle } from "../../guilds/large-libraries.ts";
import { removeIndexFile } from "../../indexes/fts5/index-file.ts";
import { openIndex } from "../../indexes/fts5/open-index.ts";
import type { Observe } from "../../observer.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import { fitsInMemory } from "../../search/weights.ts";
import { openLarge } from "./open-large.ts";
import { keyNamed } from "./pieces.ts";

export interface LargeForGuildsOptions {
  /** The folder of indexes: each server that needs one has a file of its own in it. */
  readonly directory: string;
  readonly fingerprint: () => string;
  readonly memory: MemoryBudget;
  /** Hears whether postings that are read are kept. */
  readonly observe?: Observe | undefined;
}

/** Keeps the indexes of servers' own articles on disk where they are too many for memory. */
export function createLargeForGuilds(given: LargeForGuildsOptions): LargeLibraries {
  const { directory, fingerprint, memory, observe } = given;
  const fileOf = (guild: string): string => path.join(directory, `${guild}.db`);

  const openFile = (file: string) => openIndex({ file, fingerprint: fingerprint(), budget: memory, observe });

  /** Whether the file holds what is no longer asked, or cannot be read. */
  function holdsOthers(file: string, articles: readonly NamedArticle[]): boolean {
    const opened = openFile(file);
    if (!opened) return true;
    const wanted = new Set(articles.map(keyNamed));
    const holds = [...opened.articles.keys()].some((key) => !wanted.has(key));
    opened.close();
    return holds;
  }

  return {
    outgrows: (bytes) => !fitsInMemory(bytes, memory, "server"),
    find(guild, all) {
      const opened = openFile(fileOf(guild));
      if (!opened) return undefined;
      const articles = all.flatMap((named) => opened.articles.get(keyNamed(named)) ?? []);
      if (articles.length === all.length && opened.articles.size === all.length)
        return { articles, segment: opened.segment };
      opened.close();
      return undefined;
    },
    open(guild, packed) {
      const options = { maximumBytes: Infinity, removes: true, budget: memory, observe };
      const source = { kind: "packed", articles: packed } as const;
      return openLarge(source, { ...options, file: fileOf(guild), fingerprint: fingerprint() });
    },
    retain(guild, articles) {
      const file = fileOf(guild);
      if (!existsSync(file)) return;
      if (articles.length === 0 || holdsOthers(file, articles)) removeIndexFile(file);
    },
    forget: (guild) => removeIndexFile(fileOf(guild)),
    guilds: () => (existsSync(directory) ? readdirSync(directory).flatMap(guildOf) : []),
  };
}

function guildOf(name: string): readonly string[] {
  const guild = /^(\d+)\.db$/u.exec(name)?.[1];
  return guild === undefined ? [] : [guild];
}
