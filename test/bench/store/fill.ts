import { sql } from "kysely";
import type { Article } from "../../../src/article/article.ts";
import { openGuild } from "../../../src/guilds/open-guild.ts";
import type { Store } from "../../../src/store/store.ts";
import type { Connected } from "../../../src/store/tables.ts";
import { keep, planKept } from "../../support/guild-of.ts";

/** The first server's id; the others follow. */
export const firstGuild = 10n ** 17n;

export interface Filling {
  readonly guilds: number;
  /** Articles of each. */
  readonly articles: number;
}

/** Lets some servers bring articles as people do. */
export async function fillSome(store: Store, all: readonly Article[], { guilds, articles }: Filling): Promise<void> {
  for (let guild = 0; guild < guilds; guild += 1) {
    const kept = Array.from({ length: articles }, (_, at) => all[(guild * 7 + at) % all.length]).flatMap((article) =>
      article ? [keep(article.id, [{ ...article, title: `${article.title} ${guild}` }])] : [],
    );
    const id = String(firstGuild + BigInt(guild));
    await openGuild({ id, store, now: Date.now }).change({ change: `fill-${guild}`, person: "2" }, (state) =>
      planKept(state, kept),
    );
  }
}

/** Gives as many servers again as there are what those have, until there are enough. */
export async function multiply(db: Connected, from: number, to: number): Promise<void> {
  for (let there = from; there < to; there += from) {
    const behind = sql.lit(there);
    const id = sql`cast(cast(id as bigint) + ${behind} as text)`;
    const guild = sql`cast(cast(guild as bigint) + ${behind} as text)`;
    const last = sql.lit(String(firstGuild + BigInt(from)));
    await db.transaction().execute(async (writing) => {
      await sql`insert into guilds select ${id}, revision, left_at, tended, due from guilds where id < ${last}`.execute(
        writing,
      );
      for (const [table, columns] of Object.entries({
        records: sql`kind, key, value`,
        changes: sql`id, revision, person, at, name, subject, writes`,
        files: sql`sha256, packing, bytes`,
      })) {
        await sql`insert into ${sql.table(table)} select ${guild}, ${columns} from ${sql.table(table)} where guild < ${last}`.execute(
          writing,
        );
      }
    });
  }
}
