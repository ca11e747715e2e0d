import type { Dictionaries } from "../../../src/answer/create-library.ts";
import { prepareFolder } from "../../../src/preparing/prepare-folder.ts";
import type { Prepared } from "../../../src/preparing/prepared.ts";
import type { MemoryBudget } from "../../../src/search/memory-budget.ts";
import type { OwnTask } from "./tasks.ts";

/** Opens a folder as the bot does, but that the place of the index is chosen here. */
export function openEverybodys(
  { kind, articles, indexes, url }: OwnTask,
  { analyse, memory }: Dictionaries & { readonly memory: MemoryBudget },
): Promise<Prepared> {
  const server = kind === "database" && url !== undefined ? { url } : undefined;
  return prepareFolder(articles, {
    maximumBytes: 5_000_000,
    analyse,
    large: {
      directory: indexes,
      budget: memory,
      fits: () => kind === "memory",
      removes: true,
      server,
    },
  });
}
