import { randomBytes } from "node:crypto";
import type { Author, Guild } from "../../community/guild.ts";
import type { Config } from "../../config.ts";
import { openGuild } from "../../guilds/open-guild.ts";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { storePlace } from "../store-place.ts";
import { type ExitCode, type Terminal, UsageError } from "../terminal.ts";

/** What the actions of `npm run library` work with. */
export interface LibraryTools {
  readonly guild: Guild;
  readonly store: Store;
  readonly config: Config;
  readonly terminal: Terminal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Opens the store of the settings and in it the server that is meant, and closes it again.
 *
 * @param given the server's id; absent means the only one there is.
 *
 * @throws UsageError where it cannot be told which server is meant; StoreError where the store cannot be used.
 */
export async function withGuild(
  given: string | undefined,
  { config, terminal }: Pick<LibraryTools, "config" | "terminal">,
  act: (tools: LibraryTools) => Promise<ExitCode>,
): Promise<ExitCode> {
  const store = await openStore(storePlace(config, terminal));
  try {
    const id = await chooseGuild(store, given);
    return await act({ guild: openGuild({ id, store, now }), store, config, terminal, now });
  } finally {
    await store.close();
  }
}

function now(): number {
  return Date.now();
}

/** Nobody of Discord's, and a change that nobody asked for before. */
export function terminalAuthor(): Author {
  return { change: `terminal-${randomBytes(8).toString("hex")}`, person: "" };
}

async function chooseGuild(store: Store, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const known = await store.guilds();
  const [only] = known;
  if (only && known.length === 1) return only.id;
  if (!only) {
    throw new UsageError(
      "Which server? The store knows none yet: add --guild ID. Discord copies the id of a server that is right-clicked, in its developer mode.",
    );
  }
  const ids = known.slice(0, 20).map(({ id }) => id);
  const more = known.length > ids.length ? ` and ${known.length - ids.length} more` : "";
  throw new UsageError(`Which server? Add --guild with one of these: ${ids.join(", ")}${more}`);
}
