import type { Database } from "./database.ts";
import type { Store, StoredGuild } from "./store.ts";
import type { Row } from "./tables.ts";

/** So many servers are read at once. */
const PAGE = 1000;

/** What is asked about all servers: the only statements that are about more than one. */
export function listingGuilds(database: Database): Pick<Store, "guilds" | "dueGuilds"> {
  return {
    async guilds(after = "") {
      const rows = await database.read((db) =>
        db.selectFrom("guilds").selectAll().where("id", ">", after).orderBy("id").limit(PAGE).execute(),
      );
      return (rows ?? []).map(toGuild);
    },
    async dueGuilds({ now, leftBy, after = "" }) {
      const rows = await database.read((db) =>
        db
          .selectFrom("guilds")
          .selectAll()
          .where("id", ">", after)
          .where((is) =>
            is.or([
              is("tended", "is", null),
              is("tended", "!=", is.ref("revision")),
              is("due", "<=", now),
              is("left_at", "<=", leftBy),
            ]),
          )
          .orderBy("id")
          .limit(PAGE)
          .execute(),
      );
      return (rows ?? []).map(toGuild);
    },
  };
}

function toGuild({ id, revision, left_at }: Row<"guilds">): StoredGuild {
  return { id, revision, ...(left_at === null ? {} : { left: left_at }) };
}
