import { emptyState, type GuildState } from "../community/guild-state.ts";
import type { Holding, MemoryBudget } from "../search/memory-budget.ts";
import type { EntryOptions, GuildEntry } from "./guild-entry.ts";
import { weighState, weighView } from "./weigh-guild.ts";

/** Makes a server's entry, with what was known of it before. */
export type MakeEntry = (given: Pick<EntryOptions, "id" | "state" | "onState">) => GuildEntry;

/** The servers that are known. */
export interface KeptEntries {
  /** The entry of a server that is needed now. */
  use(id: string): GuildEntry;
  known(id: string): GuildEntry | undefined;
  all(): readonly GuildEntry[];
}

/** Of so many servers at least the settings stay known, those asked last: a few hundred bytes each. */
const MOST_ENTRIES = 5000;

interface Kept {
  readonly entry: GuildEntry;
  /** What is made of its articles. */
  view?: Holding | undefined;
  /** The state itself, which is smaller and goes later. */
  state?: Holding | undefined;
}

/** Keeps servers as long as there is memory for them: first what was made of their articles goes, then their states. */
export function keepEntries(memory: MemoryBudget, make: MakeEntry): KeptEntries {
  const entries = new Map<string, Kept>();

  function put(id: string, state?: GuildState, holding?: Holding): Kept {
    const kept: Kept = { entry: make({ id, state, onState: () => weigh(id, kept) }), state: holding };
    entries.set(id, kept);
    return kept;
  }

  function forgetView(id: string): void {
    const kept = entries.get(id);
    if (kept) put(id, kept.entry.guild.state, kept.state);
  }

  function forgetState(id: string): void {
    const kept = entries.get(id);
    kept?.view?.release();
    if (kept) put(id, settingsAlone(kept.entry.guild.state));
  }

  function weigh(id: string, kept: Kept): void {
    if (entries.get(id) !== kept) return;
    release(kept);
    const { view, guild } = kept.entry;
    const bytes = weighState(guild.state) - weighState(settingsAlone(guild.state));
    kept.view = view && memory.hold(weighView(view), () => forgetView(id));
    kept.state = bytes > 0 ? memory.hold(bytes, () => forgetState(id)) : undefined;
  }

  return {
    use(id) {
      const kept = entries.get(id) ?? put(id);
      entries.delete(id);
      entries.set(id, kept);
      kept.view?.use();
      kept.state?.use();
      for (const [oldest, each] of entries) {
        if (entries.size <= MOST_ENTRIES) break;
        entries.delete(oldest);
        release(each);
      }
      return kept.entry;
    },
    known: (id) => entries.get(id)?.entry,
    all: () => [...entries.values()].map(({ entry }) => entry),
  };
}

function release(kept: Kept): void {
  kept.view?.release();
  kept.state?.release();
}

/** Forums and cooldowns stay known. No store has its revision, so that the next look reads all anew. */
function settingsAlone({ settings }: GuildState): GuildState {
  return { ...emptyState, settings, revision: -1 };
}
