import type { StoredGuild } from "./store.ts";

/** Goes through servers one by one, however many there are; `next` gives some more of them behind one. */
export async function* eachGuild(
  next: (after: string | undefined) => Promise<readonly StoredGuild[]>,
): AsyncGenerator<StoredGuild> {
  let after: string | undefined;
  for (;;) {
    const guilds = await next(after);
    yield* guilds;
    after = guilds.at(-1)?.id;
    if (after === undefined) return;
  }
}
