import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { lockGuild } from "./lock-guild.ts";
import { writeStopped } from "./messages.ts";
import type { Connected, Row, Writing } from "./tables.ts";

/** `tend` looks after a server; `work` is what somebody asked for and takes long. */
export type JobKind = "tend" | "work";

export interface JobName {
  readonly guild: string;
  readonly kind: JobKind;
  /** Of several of one kind in a server. */
  readonly id: string;
}

export interface NewJob extends JobName {
  readonly data?: string;
  /** So many of its kind may be under way in its server, in all processes; absent means any number. */
  readonly most?: number;
}

export interface Job extends JobName {
  /** How often somebody has taken it, this time included. */
  readonly attempts: number;
  /** What whoever takes it next has to know. */
  readonly data: string;
}

/** Moments in milliseconds since 1970. Machines whose clocks differ by more than a job is held for take each other's. */
export interface Term {
  readonly now: number;
  /** So long nobody else takes it, unless it is held on. */
  readonly until: number;
}

/** What is still this process's; where it is `stopped`, somebody wishes it called off. */
export type Renewed = "held" | "stopped" | "lost";

/**
 * What is to be done by one process alone.
 *
 * A job is held for a while and must be held on; where its process dies, the time runs out and another one may take it.
 */
export interface Jobs {
  /** Takes a job, which need not be there; gives nothing where another process has it, it rests, or there are as many as may be. */
  take(job: NewJob, term: Term): Promise<Job | undefined>;
  /** Takes one whose process is gone. */
  takeOver(kind: JobKind, term: Term): Promise<Job | undefined>;
  renew(job: JobName, until: number): Promise<Renewed>;
  /** Ends it; nobody takes it before `rest` where that is given. */
  finish(job: JobName, rest?: number): Promise<void>;
  /** One that is under way. */
  find(job: JobName, now: number): Promise<Pick<Job, "data"> | undefined>;
  /** Wishes one called off, wherever it is under way. */
  stop(job: JobName): Promise<void>;
}

/** Jobs in a table; what is under way here is held by this name. */
export function createJobs(database: Database, holder: string = randomUUID()): Jobs {
  return {
    async take({ guild, kind, id, data = "", most }, { now, until }) {
      // Where nothing is kept nothing is made, and nobody else is there.
      if ((await database.read(async () => true)) === undefined) return { guild, kind, id, data, attempts: 1 };
      return database.write(async (db, maybeDone) => {
        const job = { guild, kind, id, data, holder, until };
        if (most !== undefined && (await isFull(db, job, { most, now }))) return undefined;
        return takeIn(db, job, { now, isMine: maybeDone });
      });
    },
    async takeOver(kind, { now, until }) {
      if (!(await database.read((db) => expired(db, kind, now).executeTakeFirst()))) return undefined;
      return database.write(async (db) => {
        const found = expired(db, kind, now);
        // Whoever looks at the same moment takes the next one.
        const job = await (database.hasRowLocks ? found.forUpdate().skipLocked() : found).executeTakeFirst();
        return job && takeIn(db, { ...job, holder, until }, { now, isMine: false });
      });
    },
    async find(job, now) {
      return database.read((db) => one(db, job).select("data").where("until", ">", now).executeTakeFirst());
    },
    ...holding(database, holder),
  };
}

/** What whoever holds a job does with it. */
function holding(database: Database, holder: string): Pick<Jobs, "renew" | "finish" | "stop"> {
  return {
    async renew(job, until) {
      const row = await database.write((db) =>
        update(db, job).set({ until }).where("holder", "=", holder).returning("stopped").executeTakeFirst(),
      );
      if (!row) return "lost";
      return row.stopped === 0 ? "held" : "stopped";
    },
    async finish(job, rest) {
      if ((await database.read(async () => true)) === undefined) return;
      await database.write(async (db) => {
        if (rest !== undefined) await update(db, job).set({ until: rest }).where("holder", "=", holder).execute();
        else await remove(db, job).where("holder", "=", holder).execute();
      });
    },
    async stop(job) {
      await database.write(async (db) => {
        await update(db, job).set({ stopped: 1 }).execute();
        await database.tell(db, writeStopped(job.guild, job.id));
      });
    },
  };
}

type Taking = Omit<Row<"jobs">, "attempts" | "stopped">;

/** Where nobody else counts, or takes one, until the transaction ends: the server is locked. */
async function isFull(
  db: Writing,
  { guild, kind, id }: JobName,
  { most, now }: { readonly most: number; readonly now: number },
): Promise<boolean> {
  await lockGuild(db, guild);
  const others = await db
    .selectFrom("jobs")
    .select("id")
    .where("guild", "=", guild)
    .where("kind", "=", kind)
    .where("id", "<>", id)
    .where("until", ">", now)
    .limit(most)
    .execute();
  return others.length >= most;
}

interface Whose {
  readonly now: number;
  /** Whether this process may have taken it just now, and not heard of it. */
  readonly isMine: boolean;
}

/** In one statement: of two who take it at the same time one has it. */
async function takeIn(db: Writing, job: Taking, { now, isMine }: Whose): Promise<Job | undefined> {
  const row = await db
    .insertInto("jobs")
    .values({ ...job, attempts: 1, stopped: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(["guild", "kind", "id"])
        .doUpdateSet((values) => ({
          holder: job.holder,
          until: job.until,
          attempts: values("jobs.attempts", "+", 1),
        }))
        .where((values) =>
          values.or([values("jobs.until", "<=", now), ...(isMine ? [values("jobs.holder", "=", job.holder)] : [])]),
        ),
    )
    .returning(["attempts", "data"])
    .executeTakeFirst();
  return row && { guild: job.guild, kind: job.kind, id: job.id, ...row };
}

function expired(db: Connected, kind: JobKind, now: number) {
  return (
    db
      .selectFrom("jobs")
      .select(["guild", "kind", "id", "data"])
      // As it stands in the index, which has nothing else.
      .where("kind", "=", sql.lit(kind))
      .where("until", "<=", now)
      .orderBy("until")
      .limit(1)
  );
}

function one(db: Connected, { guild, kind, id }: JobName) {
  return db.selectFrom("jobs").where("guild", "=", guild).where("kind", "=", kind).where("id", "=", id);
}

function update(db: Writing, { guild, kind, id }: JobName) {
  return db.updateTable("jobs").where("guild", "=", guild).where("kind", "=", kind).where("id", "=", id);
}

function remove(db: Writing, { guild, kind, id }: JobName) {
  return db.deleteFrom("jobs").where("guild", "=", guild).where("kind", "=", kind).where("id", "=", id);
}
