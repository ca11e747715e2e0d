import { sql } from "kysely";
import type { Claim, Claimed, Claims } from "../claims.ts";
import type { Voice } from "./create-voice.ts";
import type { Connected } from "../tables.ts";

/** In milliseconds: what comes twice does so within seconds; an older request is refused by its signature. */
const EVENT = 5 * 60_000;

type Ask = <Result>(work: (db: Connected, maybeDone: boolean) => Promise<Result>) => Promise<Result>;

interface Answer {
  readonly is_new: boolean;
  readonly may_ask: boolean;
  readonly left: number | null;
}

/** @param ask does something again where the connection was lost, so that it may have been done already. */
export function postgresClaims(ask: Ask, { isAlone }: Pick<Voice, "isAlone">): Claims {
  return {
    get isNeeded() {
      return !isAlone();
    },
    async claim(claim) {
      return ask(async (db, maybeDone) => {
        const { rows } = await writeClaim(claim).execute(db);
        const claimed = read(claim, rows[0]);
        // Rather two answers, of which Discord takes one, than none.
        return maybeDone && claimed.kind === "repeated" ? { kind: "claimed" } : claimed;
      });
    },
    release: (guild, asker) =>
      ask(
        async (db) =>
          void (await sql`delete from claims where guild = ${guild} and key = ${askerKey(asker)}`.execute(db)),
      ),
    sweep: () => ask(async (db) => void (await sql`delete from claims where until <= ${clock}`.execute(db))),
  };
}

const clock = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

function askerKey(asker: string): string {
  return `asker ${asker}`;
}

/** Of two processes that say the same at once, one inserts and the other waits for it and finds it there. */
function writeClaim({ guild, event, asker }: Claim) {
  const { key, cooldown } = asker ?? { key: "", cooldown: 0 };
  return sql<Answer>`
    with moment as materialized (select ${clock} as now),
    event as (
      insert into claims (guild, key, until) select ${guild}, ${`event ${event}`}, now + ${EVENT} from moment
      on conflict (guild, key) do update set until = excluded.until
        where claims.until <= (select now from moment)
      returning 1
    ),
    asker as (
      insert into claims (guild, key, until)
        select ${guild}, ${askerKey(key)}, now + ${cooldown}::bigint from moment
        where ${cooldown}::bigint > 0 and exists (select from event)
      on conflict (guild, key) do update set until = excluded.until
        where claims.until <= (select now from moment)
      returning 1
    )
    select exists (select from event) as is_new, exists (select from asker) as may_ask,
      (select until from claims where guild = ${guild} and key = ${askerKey(key)}) - (select now from moment) as left`;
}

function read({ asker }: Claim, answer: Answer | undefined): Claimed {
  if (answer?.is_new === false) return { kind: "repeated" };
  if (!answer || !asker || asker.cooldown === 0 || answer.may_ask) return { kind: "claimed" };
  // Whoever asked at the same moment is not seen yet.
  const left = answer.left === null || answer.left <= 0 ? asker.cooldown : answer.left;
  return { kind: "wait", milliseconds: left };
}
